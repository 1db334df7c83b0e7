import type { Settings } from '../../src/shared/contract/desk.ts'
import { DEFAULT_REPLY_RULES } from '../../src/shared/replies/defaults.ts'

/** Settings of a desk in Sweden on which nobody has set anything that keeps texts back. For tests of parts that only read them. */
export const TEST_SETTINGS: Settings = {
  defaultCountry: 'SE',
  theme: 'system',
  language: 'system',
  defaultAccountId: null,
  welcomed: true,
  undoSeconds: 5,
  duplicateMinutes: 60,
  quietHours: null,
  failoverOrder: [],
  reportOverdueHours: 24,
  replies: DEFAULT_REPLY_RULES,
  hookRetentionDays: 30,
  notifications: { when: 'always', shows: 'text', quietUntil: null, quietHours: null },
  recentCommands: [],
}
