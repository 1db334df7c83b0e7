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
}

export function createSettingsService({ store, file, events, now }: SettingsServiceDependencies): SettingsService {
  async function get(): Promise<Settings> {
    const kept = await store.settings.read()
    const { theme, language } = file.get()
    return { ...DEFAULTS, ...kept, theme, language }
  }
  return {
    get,
    async set({ theme, language, ...business }) {
      if (theme !== undefined) file.set({ theme })
      if (language !== undefined) file.set({ language })
      if (Object.keys(business).length > 0) await store.settings.write({ values: business, now: now() })
      events.changed({ topic: 'settings' })
      return get()
    },
  }
}
