import { Refused } from '../app/refused.ts'

/** What work on a file that nobody waits for any more ends with. */
export function cancelled(): Refused {
  return new Refused('import_cancelled', 'The import was cancelled. Nothing was changed.')
}
