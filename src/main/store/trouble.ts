import { Refused } from '../app/refused.ts'

/** What the disk or another program can do to a write, as SQLite or Node name it, and what the person is told. */
const TROUBLE: readonly { codes: RegExp; code: string; message: string }[] = [
  {
    codes: /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    code: 'disk_full',
    message: 'The disk of this computer is full, so this was not saved. Nothing is lost. Free some space, then try again.',
  },
  {
    codes: /^(SQLITE_BUSY|SQLITE_LOCKED)/,
    code: 'database_busy',
    message: 'Another program is holding the desk’s data, a backup or a virus scan perhaps, so this was not saved. Try again in a moment.',
  },
  {
    codes: /^(SQLITE_IOERR|SQLITE_READONLY|SQLITE_CANTOPEN|EIO|EROFS)/,
    code: 'disk_trouble',
    message:
      'The disk of this computer did not take it, so this was not saved. Check that the disk is there and can be written, then try again.',
  },
]

/** What to tell a person whose wish the disk or another program stopped; null for any other error. Trying again may help. */
export function storeTrouble(error: unknown): Refused | null {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const found = TROUBLE.find(({ codes }) => codes.test(code))
  return found === undefined ? null : new Refused(found.code, found.message, { retryable: true, cause: error })
}
