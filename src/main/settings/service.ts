import type { Settings } from '../../shared/contract/desk.ts'
import { DEFAULT_REPLY_RULES } from '../../shared/replies/defaults.ts'
import type { EventHub } from '../app/events.ts'
import type { Store } from '../store/store.ts'
import type { SettingsFile } from './file.ts'
import type { BusinessSettings } from './operations.ts'

/** Settings of the business (database) and of this computer (settings file) as one. */
export interface SettingsService {
  get(): Promise<Settings>
  set(change: Partial<Settings>): Promise<Settings>
}

export interface SettingsServiceDependencies {
  store: Pick<Store, 'settings'>
  file: SettingsFile
  events: EventHub
  now: () => number
}

/** What a new desk starts with. */
const DEFAULTS: BusinessSettings = {
  defaultCountry: 'SE',
  defaultAccountId: null,
  welcomed: false,
  undoSeconds: 5,
  duplicateMinutes: 60,
  quietHours: null,
  failoverOrder: [],
  reportOverdueHours: 24,
  replies: DEFAULT_REPLY_RULES,
  hookRetentionDays: 30,
  recentCommands: [],
}

export function createSettingsService({ store, file, events, now }: SettingsServiceDependencies): SettingsService {
  /** Settings of this computer. */
  function onThisComputer(): Pick<Settings, 'theme' | 'language' | 'notifications'> {
    const { theme, language, notifications } = file.get()
    return { theme, language, notifications }
  }

  async function get(): Promise<Settings> {
    const kept = await store.settings.read()
    return { ...DEFAULTS, ...kept, ...onThisComputer() }
  }
  return {
    get,
    async set({ theme, language, notifications, ...business }) {
      if (theme !== undefined) file.set({ theme })
      if (language !== undefined) file.set({ language })
      if (notifications !== undefined) file.set({ notifications })
      if (Object.keys(business).length > 0) await store.settings.write({ values: business, now: now() })
      events.changed({ topic: 'settings' })
      return get()
    },
  }
}
