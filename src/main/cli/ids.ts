import { id } from '../../shared/contract/primitives.ts'
import { Refused } from '../app/refused.ts'

/**
 * An id as the desk writes them.
 * @param kind what it should name, such as `message`; the code of the refusal begins with it
 * @throws Refused `message_not_found` and the like: what is no id names nothing
 */
export function readId(kind: 'message' | 'import' | 'hook', value: string): string {
  const parsed = id.safeParse(value.trim().toLowerCase())
  if (!parsed.success) throw new Refused(`${kind}_not_found`, `There is no ${kind} “${value}”. Copy the id from the list of ${kind}s.`)
  return parsed.data
}
