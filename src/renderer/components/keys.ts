/** What the key of commands is called on this computer: "⌘" on a Mac, else "Ctrl". Both work everywhere. */
export const COMMAND_KEY = /mac/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'
