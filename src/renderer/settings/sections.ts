/** The sections of the settings, in the order of their list. Each has an address of its own: `#/settings/keys`. */
export const SECTIONS = [
  'accounts',
  'sending',
  'templates',
  'replies',
  'labels',
  'notifications',
  'appearance',
  'sandbox',
  'keys',
  'listener',
  'about',
] as const
