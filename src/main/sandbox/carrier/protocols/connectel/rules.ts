/**
 * What the carrier's interface asks of a request, from the provider's document of 2020-08-28
 * (docs/providers/connectel.md §2 and §3). Written from the document and not from the adapter, so that the two cannot share a misreading.
 */

/** One text as it was submitted. */
export interface Submission {
  /** Digits, international form. */
  recipient: string
  /** The caller's name for it in a bulk request. */
  key: string | null
}

/** A request to `send/` that keeps the rules. */
export interface SendRequest {
  token: string
  sender: string
  message: string
  bulk: boolean
  submissions: Submission[]
}

/** Longest text, in UTF-16 units. */
const MAX_MESSAGE_UNITS = 1_600

/** Reads the token: a parameter, never a header. Null when there is none. */
export function readToken(parameters: Readonly<Record<string, unknown>>): string | null {
  const token = parameters['authorization']
  return typeof token === 'string' && token !== '' ? token : null
}

/** Reads a request to `send/`, or says which rule it breaks. */
export function readSendRequest(parameters: Readonly<Record<string, unknown>>): SendRequest | { error: string } {
  const token = readToken(parameters)
  if (token === null) return { error: 'authorization is missing' }
  const sender = parameters['sender']
  if (typeof sender !== 'string' || sender === '') return { error: 'sender is missing' }
  if (!isSender(sender)) return { error: 'sender must be at most 11 characters, or at most 20 digits' }
  const message = parameters['message']
  if (typeof message !== 'string' || message === '') return { error: 'message is missing' }
  if (message.length > MAX_MESSAGE_UNITS) return { error: `message is longer than ${MAX_MESSAGE_UNITS} characters` }
  const bulk = parameters['bulk'] === true
  if (parameters['bulk'] !== undefined && typeof parameters['bulk'] !== 'boolean') return { error: 'bulk must be true or false' }
  const submissions = bulk ? readList(parameters['recipient']) : readSingle(parameters['recipient'])
  return 'error' in submissions ? submissions : { token, sender, message, bulk, submissions: submissions.list }
}

function isSender(sender: string): boolean {
  return /^[0-9]+$/.test(sender) ? sender.length <= 20 : sender.length <= 11
}

function isNumber(recipient: unknown): recipient is string {
  return typeof recipient === 'string' && /^[1-9][0-9]{6,14}$/.test(recipient)
}

const NUMBER_RULE = 'recipient must be digits in international form, without + or 00'

function readSingle(recipient: unknown): { list: Submission[] } | { error: string } {
  if (recipient === undefined || recipient === '') return { error: 'recipient is missing' }
  return isNumber(recipient) ? { list: [{ recipient, key: null }] } : { error: NUMBER_RULE }
}

function readList(recipients: unknown): { list: Submission[] } | { error: string } {
  if (!Array.isArray(recipients) || recipients.length === 0) return { error: 'recipient must be a list when bulk is true' }
  const list: Submission[] = []
  const keys = new Set<string>()
  for (const entry of recipients as unknown[]) {
    const pairs = typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? Object.entries(entry) : []
    const [pair] = pairs
    if (pair === undefined || pairs.length !== 1) return { error: 'each recipient must be an object with one property' }
    const [key, recipient] = pair as [string, unknown]
    if (key === '') return { error: 'each recipient needs an identifier' }
    if (keys.has(key)) return { error: `the identifier ${key} is there twice` }
    if (!isNumber(recipient)) return { error: NUMBER_RULE }
    keys.add(key)
    list.push({ recipient, key })
  }
  return { list }
}
