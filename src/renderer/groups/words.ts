import type { GroupFilter, GroupRule } from '../../shared/contract/groups.ts'
import type { Words } from '../language/words.ts'
import { countryWithin } from '../settings/countries.ts'

/** What putting people into a group did: "12 people added to Regulars, 3 were in it already." */
export function addedWords(words: Words<'groups'>, added: number, already: number, name: string): string {
  return added === 0 ? words('allInAlready', { count: already, name }) : words('added', { count: added, already, name })
}

/** What taking people out of a group did. */
export function takenOutWords(words: Words<'groups'>, removed: number, name: string): string {
  return words('takenOut', { count: removed, name })
}

/** How many people are in a group, and whether that is exact yet. */
export function membersWords(words: Words<'groups'>, members: number, builtPercent: number | null): string {
  return builtPercent === null
    ? words('members', { count: members })
    : words('membersSoFar', { count: members, percent: String(builtPercent) })
}

/** What a filter asks of people, before its rules. */
export function introWords(words: Words<'groups'>, filter: GroupFilter | null): string {
  return words('panel.intro', { match: filter?.rules.length === 1 ? 'one' : (filter?.match ?? 'all') })
}

/**
 * A rule as a sentence without its full stop: "Name contains “ann”", "Not opted out".
 * @param tag by which days and countries are written
 * @param groupName the name of a group by its id; undefined for one that is not known
 */
export function ruleWords(
  words: Words<'groups'>,
  tag: string,
  { subject, test, value }: GroupRule,
  groupName: (id: string) => string | undefined,
): string {
  switch (subject.kind) {
    case 'optedOut':
      return words('says.optedOut', { test })
    case 'group': {
      const name = groupName(subject.groupId)
      return name === undefined ? words('says.groupGone', { test }) : words('says.group', { test, name })
    }
    case 'country':
      return words('says.country', { test, country: countryWithin(value, tag) })
    case 'added':
      return words('says.day', { test, day: dayWords(value, tag) })
    default:
      return words('says.text', { test, value, subject: subject.kind === 'field' ? subject.name : words(`subject.${subject.kind}`) })
  }
}

/** "1 March 2026"; what is no day as it is. */
function dayWords(day: string, tag: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) return day
  return new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at)
}
