import { countWords, plural } from '../components/times.ts'

/** What putting people into a group did: "12 people added to Regulars, 3 were in it already." */
export function addedWords(added: number, already: number, name: string): string {
  if (added === 0) return already === 1 ? `That person was in ${name} already.` : `All ${countWords(already)} were in ${name} already.`
  const before = already === 0 ? '' : `, ${countWords(already)} ${already === 1 ? 'was' : 'were'} in it already`
  return `${plural(added, 'person', 'people')} added to ${name}${before}.`
}

/** What taking people out of a group did. */
export function takenOutWords(removed: number, name: string): string {
  return `${plural(removed, 'person', 'people')} taken out of ${name}.`
}

/** How many people are in a group, and whether that is exact yet. */
export function membersWords(members: number, builtPercent: number | null): string {
  const people = plural(members, 'person', 'people')
  return builtPercent === null ? people : `${people} so far, ${builtPercent} % looked through`
}
