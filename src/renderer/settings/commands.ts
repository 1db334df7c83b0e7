import { SANDBOX_PROVIDER } from '../accounts/provider-ids.ts'
import { goTo } from '../app/routes.ts'
import { inAnHour, isQuietNow, nextMorning } from '../notifications/quiet.ts'
import type { Command, CommandSource } from '../palette/command.ts'
import { SECTIONS } from './sections.ts'

/** What people may call what they look for in a section, besides its title. */
const WORDS: Readonly<Record<string, string>> = {
  accounts: 'providers connection',
  sending: 'undo take back duplicate quiet hours country stand-in failover report night',
  replies: 'stop words away message opening hours keywords automatic answer',
  notifications: 'notify sound quiet badge alert desktop',
  appearance: 'colours theme dark light size',
  sandbox: 'practise try carrier simulate customer',
  keys: 'passwords tokens vault keychain data folder export',
  listener: 'tunnel hooks internet address port ngrok cloudflare receive',
  about: 'version licence',
}

/** Each section of the settings, and what is set most often in one step. */
export const settingsCommands: CommandSource = ({ settings, accounts, client, now }) => {
  const hasSandbox = accounts.some(({ provider }) => provider === SANDBOX_PROVIDER)
  const quiet = (quietUntil: number | null) => () => client.settings.set({ notifications: { ...settings.notifications, quietUntil } })
  const quietCommand = (id: string, title: string, until: number | null): Command => ({
    id: `notifications.${id}`,
    title,
    kind: 'Notifications',
    icon: 'bell',
    words: 'notify silence do not disturb',
    staysHere: true,
    run: quiet(until),
  })
  return [
    ...SECTIONS.filter(({ name }) => name !== 'sandbox' || hasSandbox).map(({ name, title }): Command => ({
      id: `settings.${name}`,
      title: `Settings: ${title}`,
      kind: 'Setting',
      icon: 'settings',
      words: `${title} ${WORDS[name] ?? ''}`,
      run: () => goTo('settings', name),
    })),
    ...(['light', 'dark', 'system'] as const)
      .filter((theme) => theme !== settings.theme)
      .map((theme): Command => ({
        id: `theme.${theme}`,
        title: { light: 'Light colours', dark: 'Dark colours', system: 'Colours as the computer' }[theme],
        kind: 'Appearance',
        icon: 'appearance',
        words: 'theme mode appearance day night',
        staysHere: true,
        run: () => client.settings.set({ theme }),
      })),
    ...(!isQuietNow(settings.notifications, now)
      ? [
          quietCommand('hour', 'No notifications for an hour', inAnHour(now)),
          quietCommand('morning', 'No notifications until 08:00', nextMorning(now)),
        ]
      : [quietCommand('again', 'Show notifications again', null)]),
  ]
}
