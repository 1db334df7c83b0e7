/** What a call failed of, where the host does not say it. */
export const failures = {
  connectionLost: 'The desk is not running, so this could not be done. Please try again when it is back.',
  unexpected: 'Something unexpected happened in this window. Please try again; if it stays, reload the window.',
} as const
