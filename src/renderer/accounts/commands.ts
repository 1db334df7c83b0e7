import { goTo } from '../app/routes.ts'
import { sayDone } from '../components/toasts.ts'
import type { Command, CommandSource } from '../palette/command.ts'

/** Letting accounts send or not, each or all, and adding one. */
export const accountCommands: CommandSource = ({ accounts, client }) => {
  const active = accounts.filter(({ status }) => status === 'active')
  const paused = accounts.filter(({ status }) => status === 'paused')
  const one = (account: { id: string; name: string }, what: 'pause' | 'resume'): Command => ({
    id: `accounts.${what}.${account.id}`,
    title: what === 'pause' ? `Pause sending through ${account.name}` : `Resume sending through ${account.name}`,
    kind: 'Sending',
    icon: what === 'pause' ? 'pause' : 'play',
    words: what === 'pause' ? 'stop hold account' : 'start again account',
    staysHere: true,
    async run() {
      await client.accounts[what]({ id: account.id })
      sayDone(what === 'pause' ? `${account.name} is paused. Its texts wait.` : `${account.name} sends again.`)
    },
  })
  const all = (what: 'pause' | 'resume', these: readonly { id: string }[]): Command => ({
    id: `accounts.${what}.all`,
    title: what === 'pause' ? 'Pause all sending' : 'Resume all sending',
    kind: 'Sending',
    icon: what === 'pause' ? 'pause' : 'play',
    words: what === 'pause' ? 'stop hold everything accounts' : 'start again everything accounts',
    staysHere: true,
    async run() {
      for (const { id } of these) await client.accounts[what]({ id })
      sayDone(what === 'pause' ? 'Nothing is sent until you resume. Texts wait in the outbox.' : 'Everything is sent again.')
    },
  })
  return [
    ...(active.length > 0 ? [all('pause', active)] : []),
    ...(paused.length > 0 ? [all('resume', paused)] : []),
    ...(accounts.length > 1 ? [...active.map((account) => one(account, 'pause')), ...paused.map((account) => one(account, 'resume'))] : []),
    {
      id: 'accounts.new',
      title: 'Connect a provider',
      kind: 'Setting',
      icon: 'plus',
      words: 'add account new',
      run: () => goTo('settings', 'accounts', 'new'),
    },
    ...accounts.map(({ id, name }): Command => ({
      id: `accounts.open.${id}`,
      title: `Account ${name}`,
      kind: 'Setting',
      icon: 'settings',
      words: 'settings provider sender rate hook test',
      run: () => goTo('settings', 'accounts', id),
    })),
  ]
}
