/** A full name taken apart. Either may be empty: then it cannot be told. */
export interface NameParts {
  first: string
  last: string
}

/** Forms of address and titles that come before a name, without their dot. */
const TITLES = new Set(
  (
    'mr mrs ms miss mx dr prof sir madam dame lord lady rev fr herr frau fräulein fru fröken hr frk dhr mevr mw mevrouw meneer ' +
    'm mme mlle monsieur madame mademoiselle sig sigra signor signora sr sra srta señor señora don doña dna ing dipl-ing mag shri smt kumari ' +
    'doktor doctor professor'
  ).split(' '),
)

/** What follows a name and is no part of it, without dots. */
const SUFFIXES = new Set('jr sr junior senior ii iii iv phd md mba msc bsc esq dds rn'.split(' '))

/** Small words that belong to the family name after them. */
const PARTICLES = new Set(
  (
    'van von vom zu zum zur de der den del della di da do dos das du des la le les lo af av ter ten te ’t in al el bin ibn binti ben ' +
    'st mac mc y e und'
  ).split(' '),
)

/** Words that only names of businesses have; those of two letters in capitals only, since people are called so too. */
const BUSINESS = new Set('ltd limited llc inc gmbh oyj asa aps plc sarl srl ohg corp pty pvt'.split(' '))
const BUSINESS_IN_CAPITALS = new Set('AB AG AS BV HB KB KG NV OY SA'.split(' '))

/** Scripts in which the family name comes first and nobody is addressed by half a name. */
const WHOLE_NAMES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/**
 * First and last name of a full name, with care: where it cannot be told, the part is empty, so that the fallback of a
 * field stands in rather than half a name. "Lindqvist, Astrid" is turned round; titles ("Dr."), what is in parentheses, and
 * suffixes ("Jr.") go; "Mr Smith" has no first name, nor has "J. Smith", a couple ("Anna & Erik Berg") or a business
 * ("Haddad Taxi AB"). Names in Chinese, Japanese or Korean script stay whole as the first name. Middle names are in
 * neither part; particles ("van Dijk") belong to the last name.
 */
export function splitName(fullName: string): NameParts {
  const name = fullName
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (WHOLE_NAMES.test(name)) return { first: name, last: '' }
  if (/[\p{N}&@+/]/u.test(name)) return { first: '', last: '' }
  const [before = [], after, ...more] = name.split(',').map((part) => wordsOf(part))
  if (more.length > 0) return { first: '', last: '' }
  // "Anna Berg, PhD" is not turned round.
  if (after !== undefined && (after.length === 0 || after.some((word) => !SUFFIXES.has(plain(word))))) return fromTurned(before, after)
  return fromWords(before)
}

/** Words with a letter in them. */
function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => /\p{L}/u.test(word))
}

function plain(word: string): string {
  return word.replaceAll('.', '').toLowerCase()
}

function fromTurned(family: readonly string[], given: readonly string[]): NameParts {
  if ([...family, ...given].some(isBusiness)) return { first: '', last: '' }
  const names = withoutTitles(given)
  return { first: usable(names[0]), last: withoutSuffixes(withoutTitles(family)).join(' ') }
}

function fromWords(words: readonly string[]): NameParts {
  const untitled = withoutTitles(words)
  const names = withoutSuffixes(untitled)
  const [first, ...rest] = names
  if (first === undefined) return { first: '', last: '' }
  if (rest.some(isBusiness)) return { first: '', last: '' }
  // "Mr Smith", and "van Dijk" alone, is a family name.
  if (untitled.length < words.length && rest.length === 0) return { first: '', last: first }
  if (isParticle(first) && rest.length > 0) return { first: '', last: names.join(' ') }
  let from = rest.length - 1
  while (from > 0 && isParticle(rest[from - 1] ?? '')) from -= 1
  return { first: usable(first), last: rest.slice(Math.max(from, 0)).join(' ') }
}

function isBusiness(word: string): boolean {
  return BUSINESS.has(plain(word)) || BUSINESS_IN_CAPITALS.has(word)
}

/** A particle as it is usually written: "Van" may be a first name. */
function isParticle(word: string): boolean {
  return PARTICLES.has(word)
}

function withoutTitles(words: readonly string[]): readonly string[] {
  let from = 0
  while (from < words.length - 1 && isTitle(words[from] ?? '')) from += 1
  return words.slice(from)
}

/** "M. Dupont" is a title, "M Dupont" and "Don Smith" may be names: those short of a dot count only where they are no name. */
function isTitle(word: string): boolean {
  const lower = plain(word)
  if (lower === 'm' || lower === 'fr' || lower === 'don' || lower === 'mag') return word.endsWith('.') && lower !== 'don'
  return TITLES.has(lower)
}

function withoutSuffixes(words: readonly string[]): readonly string[] {
  let until = words.length
  while (until > 1 && SUFFIXES.has(plain(words[until - 1] ?? ''))) until -= 1
  return words.slice(0, until)
}

/** A first name somebody can be addressed by: not an initial such as "J." or "J.R.". */
function usable(word: string | undefined): string {
  if (word === undefined) return ''
  const letters = word.match(/\p{L}/gu)?.length ?? 0
  return letters < 2 || /^(?:\p{L}\.)+\p{L}?$/u.test(word) ? '' : word
}
