import { SANDBOX_PROVIDER } from '../accounts/provider-ids.ts'
import { goTo } from '../app/routes.ts'
import { inAnHour, nextMorning } from '../notifications/quiet.ts'
import type { Command, CommandSource } from '../palette/command.ts'
import { SECTIONS } from './sections.ts'

/** Each section of the settings, and what is set most often in one step. */
export const settingsCommands: CommandSource = (
  { commands: words, settings: settingsWords, times },
  { settings, accounts, client, now },
) => {
  const hasSandbox = accounts.some(({ provider }) => provider === SANDBOX_PROVIDER)
  const isQuiet = (settings.notifications.quietUntil ?? 0) > now
  const quiet = (quietUntil: number | null) => () => client.settings.set({ notifications: { ...settings.notifications, quietUntil } })
  const quietCommand = (id: string, title: string, until: number | null): Command => ({
    id: `notifications.${id}`,
    title,
    kind: words('kind.notifications'),
    icon: 'bell',
    words: words('quiet.words'),
    staysHere: true,
    run: quiet(until),
  })
  return [
    ...SECTIONS.filter((name) => name !== 'sandbox' || hasSandbox).map((name): Command => {
      const section = settingsWords(`sections.${name}`)
      return {
        id: `settings.${name}`,
        title: words('section.title', { section }),
        kind: words('kind.setting'),
        icon: 'settings',
        words: `${section} ${words(`section.${name}`)}`,
        run: () => goTo('settings', name),
      }
    }),
    ...(['light', 'dark', 'system'] as const)
      .filter((theme) => theme !== settings.theme)
      .map((theme): Command => ({
        id: `theme.${theme}`,
        title: words(`theme.${theme}`),
        kind: words('kind.appearance'),
        icon: 'appearance',
        words: words('theme.words'),
        staysHere: true,
        run: () => client.settings.set({ theme }),
      })),
    ...(isQuiet
      ? [quietCommand('again', words('quiet.again'), null)]
      : [
          quietCommand('hour', words('quiet.hour'), inAnHour(now)),
          quietCommand('morning', words('quiet.until', { time: times.clock(nextMorning(now)) }), nextMorning(now)),
        ]),
  ]
}
