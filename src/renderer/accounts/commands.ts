import { goTo } from '../app/routes.ts'
import { sayDone } from '../components/toasts.ts'
import type { Command, CommandSource } from '../palette/command.ts'

/** Letting accounts send or not, each or all, and adding one. */
export const accountCommands: CommandSource = ({ commands: words }, { accounts, client }) => {
  const active = accounts.filter(({ status }) => status === 'active')
  const paused = accounts.filter(({ status }) => status === 'paused')
  const one = (account: { id: string; name: string }, what: 'pause' | 'resume'): Command => ({
    id: `accounts.${what}.${account.id}`,
    title: words(`${what}.title`, { name: account.name }),
    kind: words('kind.sending'),
    icon: what === 'pause' ? 'pause' : 'play',
    words: words(`${what}.words`),
    staysHere: true,
    async run() {
      await client.accounts[what]({ id: account.id })
      sayDone(words(`${what}.done`, { name: account.name }))
    },
  })
  const all = (what: 'pause' | 'resume', these: readonly { id: string }[]): Command => ({
    id: `accounts.${what}.all`,
    title: words(`${what}All.title`),
    kind: words('kind.sending'),
    icon: what === 'pause' ? 'pause' : 'play',
    words: words(`${what}All.words`),
    staysHere: true,
    async run() {
      for (const { id } of these) await client.accounts[what]({ id })
      sayDone(words(`${what}All.done`))
    },
  })
  return [
    ...(active.length > 0 ? [all('pause', active)] : []),
    ...(paused.length > 0 ? [all('resume', paused)] : []),
    ...(accounts.length > 1 ? [...active.map((account) => one(account, 'pause')), ...paused.map((account) => one(account, 'resume'))] : []),
    {
      id: 'accounts.new',
      title: words('connect.title'),
      kind: words('kind.setting'),
      icon: 'plus',
      words: words('connect.words'),
      run: () => goTo('settings', 'accounts', 'new'),
    },
    ...accounts.map(({ id, name }): Command => ({
      id: `accounts.open.${id}`,
      title: words('account.title', { name }),
      kind: words('kind.setting'),
      icon: 'settings',
      words: words('account.words'),
      run: () => goTo('settings', 'accounts', id),
    })),
  ]
}
