import iconv from 'iconv-lite'
import { LONGEST_ROW, tooLong } from './file-row.ts'

/** A property of a card: `item1.TEL;TYPE=CELL:+46…`. */
export interface CardProperty {
  /** In lower case; empty for none. What belongs together shares it: a number and its `X-ABLabel`. */
  group: string
  /** In upper case. */
  name: string
  /** Values by parameter name in upper case. A value without a name, as vCard 2.1 has them, is a `TYPE`. */
  parameters: ReadonlyMap<string, readonly string[]>
  /** Decoded from quoted-printable, but with its backslashes. */
  value: string
}

/** A card: its properties but those that are of no use for a customer. */
export interface Card {
  properties: CardProperty[]
  /** The file, or the next card, began before this one ended. */
  broken: boolean
}

/** Pictures, sounds, keys and housekeeping of address books: neither kept nor held in memory. */
const LEFT_OUT =
  /^(?:PHOTO|LOGO|SOUND|KEY|AGENT|UID|REV|PRODID|PROFILE|MAILER|SOURCE|XML|CLIENTPIDMAP|MEMBER|SORT-STRING|CLASS|LABEL|TZ|GEO|FBURL|CALURI|CALADRURI|X-(?:ABUID|ABADR|ABSHOWAS|IMAGEHASH|IMAGETYPE|SHARED-PHOTO\S*|WALLPAPER|ADDRESSBOOKSERVER\S*|PHONETIC\S*|ABCROP\S*|ACTIVITY-ALERT|APPLE\S*|EVOLUTION\S*|MS-\S*|SAMSUNG\S*|GOOGLE-\S*|WAB-\S*|CLASS|ICQ))$/

const BEGIN = /^(?:[\w-]+\.)?BEGIN[ \t]*:[ \t]*VCARD[ \t]*$/i
const END = /^(?:[\w-]+\.)?END[ \t]*:[ \t]*VCARD[ \t]*$/i
/** RFC 6350, §3.3: group, name, parameters, whose values may be quoted and then have colons in them. */
const HEAD = /^(?:([\w-]+)\.)?([\w-]+)((?:[ \t]*;(?:"[^"]*"|[^":])*)?)[ \t]*$/u
const CONTENT_HEAD = /^(?:"[^"]*"|[^":])*:/u

/**
 * Takes the text of a file of contact cards apart, in the notation of vCard 2.1 (versit 1996), 3.0 (RFC 2426) and 4.0
 * (RFC 6350): folded lines put together, quoted-printable decoded. Give it the text in pieces of any length.
 * @throws Refused `file_row_too_long` for a card that never ends
 */
export function createCardParser(): { push(text: string): Card[]; end(): Card[] } {
  let rest = ''
  let skipsLine = false
  let card: Card | null = null
  let ready: Card[] = []
  let cards = 0
  let size = 0
  /** Cards within the card (`AGENT` of vCard 2.1): their lines are not its own. */
  let depth = 0
  /** The line that may go on in the next one; null while what goes on is left out. */
  let open: string | null = null
  let leavesOut = false
  /** The card is of vCard 2.1. */
  let isOld = false

  function finishCard(broken: boolean): void {
    finishLine()
    if (card !== null) ready.push({ ...card, broken })
    card = null
    depth = 0
  }

  function finishLine(): void {
    const line = open
    open = null
    leavesOut = false
    if (line === null || card === null) return
    const property = propertyOf(line)
    if (property?.name === 'VERSION') isOld = property.value.trim() === '2.1'
    if (property !== null && !LEFT_OUT.test(property.name)) card.properties.push(property)
  }

  function begin(): void {
    finishCard(true)
    card = { properties: [], broken: false }
    cards += 1
    size = 0
    isOld = false
  }

  /** Adds a line as it stands in the file to what it continues, or begins with it. */
  function take(line: string): void {
    if (card === null) {
      if (isMark(line) && BEGIN.test(line)) begin()
      return
    }
    const goesOn = line.startsWith(' ') || line.startsWith('\t')
    if (!goesOn && isMark(line) && BEGIN.test(line)) {
      // A card within a card follows its property; any other has lost the end of the one before.
      if (leavesOut && open === 'AGENT') depth += 1
      else begin()
      return
    }
    if (depth > 0) {
      if (isMark(line) && END.test(line)) depth -= 1
      return
    }
    if (!goesOn && isMark(line) && END.test(line)) {
      finishCard(false)
      return
    }
    if (leavesOut && (goesOn || line === '' || !isContentLine(line))) return
    size += line.length
    if (size > LONGEST_ROW) throw tooLong(cards)
    if (open !== null && open.endsWith('=') && isQuotedPrintable(open)) open = open.slice(0, -1) + line.trimStart()
    // In vCard 2.1 a line is folded before a blank, and the blank stays.
    else if (open !== null && goesOn) open += isOld ? line : line.slice(1)
    // A line break somebody forgot to write as one.
    else if (open !== null && line !== '' && !isContentLine(line)) open += `\\n${line}`
    else {
      finishLine()
      if (line === '') return
      open = line
      const name = /^(?:[\w-]+\.)?([\w-]+)/.exec(line)?.[1]?.toUpperCase() ?? ''
      if (LEFT_OUT.test(name)) {
        leavesOut = true
        open = name
      }
    }
  }

  function push(text: string): Card[] {
    rest += text
    let start = 0
    let feed = rest.indexOf('\n')
    let carriage = rest.indexOf('\r')
    while (feed !== -1 || carriage !== -1) {
      const end = feed === -1 ? carriage : carriage === -1 ? feed : Math.min(feed, carriage)
      // A carriage return at the end may be the first half of a line end.
      if (end === rest.length - 1 && end === carriage) break
      if (skipsLine) skipsLine = false
      else take(rest.slice(start, end))
      start = end + (end === carriage && feed === end + 1 ? 2 : 1)
      if (feed !== -1 && feed < start) feed = rest.indexOf('\n', start)
      if (carriage !== -1 && carriage < start) carriage = rest.indexOf('\r', start)
    }
    rest = rest.slice(start)
    if (rest.length > 4_096 && !rest.endsWith('\r')) shorten()
    const done = ready
    ready = []
    return done
  }

  /** A picture may be one line of megabytes: what is left out is not kept until its end. */
  function shorten(): void {
    if (skipsLine) rest = ''
    else if (card === null || depth > 0 || (leavesOut && /^[ \t]/.test(rest)) || LEFT_OUT.test(nameOf(rest))) {
      take(rest.slice(0, 4_096))
      rest = ''
      skipsLine = true
    } else if (rest.length > LONGEST_ROW) throw tooLong(cards)
  }

  return {
    push,
    end() {
      const done = push('\n')
      finishCard(true)
      const last = ready
      ready = []
      return [...done, ...last]
    },
  }
}

/** Whether a line may begin or end a card: cheap to ask of every one. */
function isMark(line: string): boolean {
  return line.length < 80 && /card[ \t]*$/i.test(line)
}

function nameOf(line: string): string {
  return /^(?:[\w-]+\.)?([\w-]+)[;:]/.exec(line)?.[1]?.toUpperCase() ?? ''
}

function isContentLine(line: string): boolean {
  return /^(?:[\w-]+\.)?[\w-]+[ \t]*[;:]/.test(line)
}

function isQuotedPrintable(line: string): boolean {
  return /;[ \t]*(?:ENCODING[ \t]*=[ \t]*)?QUOTED-PRINTABLE/i.test(line.slice(0, line.indexOf(':') + 1))
}

/** What stands before a property's colon, taken apart. */
interface PropertyHead extends Omit<CardProperty, 'value'> {
  encoding: 'quoted-printable' | 'base64' | null
  charset: string | undefined
}

/** Heads are few, and the same in every card: most are taken apart once. */
const heads = new Map<string, PropertyHead | null>()
const MOST_HEADS = 5_000

function propertyOf(line: string): CardProperty | null {
  let colon = line.indexOf(':')
  if (line.lastIndexOf('"', colon) !== -1) colon = (CONTENT_HEAD.exec(line)?.[0].length ?? 0) - 1
  if (colon <= 0) return null
  const written = line.slice(0, colon)
  let head = heads.get(written)
  if (head === undefined) {
    head = headOf(written)
    if (heads.size < MOST_HEADS && written.length < 200) heads.set(written, head)
  }
  if (head === null) return null
  const { group, name, parameters, encoding, charset } = head
  const value = line.slice(colon + 1)
  if (encoding === 'quoted-printable') return { group, name, parameters, value: unquoted(value, charset) }
  if (encoding === 'base64') return { group, name, parameters, value: decode(Buffer.from(value, 'base64'), charset) }
  return { group, name, parameters, value }
}

function headOf(written: string): PropertyHead | null {
  const match = HEAD.exec(written)
  if (match === null) return null
  const [, group = '', name = '', rest = ''] = match
  const parameters = parametersOf(rest)
  const encodings = new Set([...(parameters.get('ENCODING') ?? []), ...(parameters.get('TYPE') ?? [])].map((one) => one.toUpperCase()))
  return {
    group: group.toLowerCase(),
    name: name.toUpperCase(),
    parameters,
    encoding: encodings.has('QUOTED-PRINTABLE') ? 'quoted-printable' : encodings.has('BASE64') || encodings.has('B') ? 'base64' : null,
    charset: parameters.get('CHARSET')?.[0],
  }
}

function parametersOf(written: string): Map<string, string[]> {
  const parameters = new Map<string, string[]>()
  for (const [, part = ''] of written.matchAll(/;((?:"[^"]*"|[^";])*)/gu)) {
    const equals = part.indexOf('=')
    const name = equals === -1 ? 'TYPE' : part.slice(0, equals).trim().toUpperCase()
    const values = part
      .slice(equals + 1)
      .replaceAll('"', '')
      .split(',')
    parameters.set(name, [...(parameters.get(name) ?? []), ...values.map((value) => value.trim()).filter((value) => value !== '')])
  }
  return parameters
}

/** Quoted-printable (RFC 2045, §6.7), its soft line breaks taken out before. */
function unquoted(value: string, charset: string | undefined): string {
  if (!/=[0-9a-f]{2}/i.test(value)) return value
  return value.replaceAll(/(?:=[0-9a-f]{2})+/gi, (run) => decode(Buffer.from(run.replaceAll('=', ''), 'hex'), charset))
}

/** Bytes as text: in the charset the property names, if it is known, else UTF-8, else what Windows wrote before it. */
function decode(bytes: Buffer, charset: string | undefined): string {
  if (charset !== undefined && iconv.encodingExists(charset)) return iconv.decode(bytes, charset)
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? iconv.decode(bytes, 'windows-1252') : text
}
