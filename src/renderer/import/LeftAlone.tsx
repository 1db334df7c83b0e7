import type { LeftAlone as Person } from '../../shared/contract/imports.ts'
import { formatPhone } from '../../shared/phone/index.ts'
import { useWords } from '../language/words.ts'

/** Who was left alone when an import was taken back; `total` may be more than are named. */
export function LeftAlone({ people, total }: { people: readonly Person[]; total: number }) {
  const words = useWords('importing')
  if (people.length === 0) return null
  const unnamed = total - people.length
  return (
    <section className="import-left" aria-label={words('undo.left')}>
      <b>{words('undo.left')}</b>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul tabIndex={0}>
        {people.map((person) => (
          <li key={person.id}>
            <span className="people-text">{person.name === '' ? words('undo.noName') : person.name}</span>
            <span className="sec num">{person.number === null ? '' : formatPhone(person.number)}</span>
          </li>
        ))}
        {unnamed > 0 ? <li className="sec">{words('undo.more', { count: unnamed })}</li> : null}
      </ul>
    </section>
  )
}
