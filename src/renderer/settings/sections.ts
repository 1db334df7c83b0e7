/** The sections of the settings, in the order of their list. Each has an address of its own: `#/settings/keys`. */
export const SECTIONS = [
  { name: 'accounts', title: 'Accounts' },
  { name: 'sending', title: 'Sending' },
  { name: 'templates', title: 'Templates' },
  { name: 'replies', title: 'Replies' },
  { name: 'labels', title: 'Labels' },
  { name: 'notifications', title: 'Notifications' },
  { name: 'appearance', title: 'Appearance' },
  { name: 'sandbox', title: 'Sandbox' },
  { name: 'keys', title: 'Storage and keys' },
  { name: 'listener', title: 'Listener' },
  { name: 'about', title: 'About' },
] as const
