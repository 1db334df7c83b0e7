import type { KpnProduct } from './facts.ts'
import { DEFAULT_SENDER, MAX_CONTENT_CHARACTERS, MAX_MESSAGES, MAX_SENDER_CHARACTERS, MAX_TEXTS, MIN_FOREIGN_VALIDITY_S } from './facts.ts'

/** A request to a send address that keeps the rules of its product. */
export interface KpnSendRequest {
  sender: string
  /** One for each recipient of each message, in the order of the request; the number is in digits, international. */
  texts: ReadonlyArray<{ to: string; text: string }>
  /** Where reports on this request go, where it says so. */
  webhookUrl: string | null
}

/** What a request to the token address asks for. */
export interface KpnTokenRequest {
  clientId: string
  clientSecret: string
}

type Fields = Readonly<Record<string, unknown>>

/** Reads a request for a token: `grant_type` in the query, the credentials as a form in the body and nowhere else. */
export function readTokenRequest(input: { query: string; contentType: string; body: string }): KpnTokenRequest | { error: string } {
  const query = new URLSearchParams(input.query)
  if (query.get('grant_type') !== 'client_credentials') return { error: 'grant_type must be client_credentials, in the query' }
  if (query.has('client_id') || query.has('client_secret')) return { error: 'client credentials do not belong in the query' }
  const type = input.contentType.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return { error: 'the body must be a form' }
  const form = new URLSearchParams(input.body)
  return { clientId: form.get('client_id') ?? '', clientSecret: form.get('client_secret') ?? '' }
}

/** The token of an `Authorization` header; null where there is none. Always the word `Bearer`. */
export function readBearer(header: string | undefined): string | null {
  return /^Bearer ([^\s]+)$/.exec(header ?? '')?.[1] ?? null
}

/** Reads a request to send, or says which rule it breaks. */
export function readSendRequest(body: unknown, product: KpnProduct): KpnSendRequest | { error: string } {
  if (!isObject(body)) return { error: 'the body must be a JSON object' }
  const sender = body['sender'] ?? DEFAULT_SENDER
  if (typeof sender !== 'string' || sender === '') return { error: 'sender must be a string' }
  if (sender.length > MAX_SENDER_CHARACTERS) return { error: `sender must be at most ${MAX_SENDER_CHARACTERS} characters` }
  const messages = body['messages']
  if (!Array.isArray(messages) || messages.length === 0) return { error: 'messages must be a list with at least one message' }
  const most = product === 'classic' ? 1 : MAX_MESSAGES
  if (messages.length > most) return { error: `messages must not hold more than ${most}` }
  const texts: Array<{ to: string; text: string }> = []
  for (const message of messages as unknown[]) {
    const read = readMessage(message, product)
    if ('error' in read) return read
    texts.push(...read.texts)
  }
  if (texts.length > MAX_TEXTS) return { error: `messages and recipients together must not be more than ${MAX_TEXTS}` }
  if (product === 'classic') return { sender, texts, webhookUrl: null }
  const validity = validityProblem(
    body['expirein'],
    texts.some(({ to }) => !to.startsWith('31')),
  )
  if (validity !== null) return { error: validity }
  const webhookUrl = body['webhook_url'] ?? null
  if (webhookUrl !== null && !isWebAddress(webhookUrl)) return { error: 'webhook_url must be an address' }
  return { sender, texts, webhookUrl }
}

function readMessage(message: unknown, product: KpnProduct): { texts: Array<{ to: string; text: string }> } | { error: string } {
  if (!isObject(message)) return { error: 'each message must be an object' }
  const content = message['content']
  if (typeof content !== 'string' || content === '') return { error: 'content is missing' }
  if (product === 'current' && content.length > MAX_CONTENT_CHARACTERS) {
    return { error: `content is longer than ${MAX_CONTENT_CHARACTERS} characters` }
  }
  const number = message['mobile_number']
  if (typeof number !== 'string' || number === '') return { error: 'mobile_number is missing' }
  const numbers = product === 'classic' ? [number] : number.split(',')
  const texts: Array<{ to: string; text: string }> = []
  for (const one of numbers) {
    const to = dutchNumber(one) ?? (product === 'current' ? foreignNumber(one) : null)
    if (to === null) return { error: 'Invalid mobile number' }
    texts.push({ to, text: content })
  }
  return { texts }
}

/**
 * A Dutch mobile number in a notation used there (`06…`, `+316…`, `00316…`) as international digits; null where it is
 * none. 060, 067 and 069 are no mobile numbers; 097 is for machines and has longer numbers.
 */
function dutchNumber(number: string): string | null {
  const national = /^(?:\+31|0031|0)([1-9]\d*)$/.exec(number)?.[1] ?? ''
  return /^(?:6[1-58]\d{7}|97\d{9})$/.test(national) ? `31${national}` : null
}

function foreignNumber(number: string): string | null {
  const digits = /^(?:\+|00)([1-9]\d{6,14})$/.exec(number)?.[1]
  return digits === undefined || digits.startsWith('31') ? null : digits
}

function validityProblem(expirein: unknown, foreign: boolean): string | null {
  if (expirein === undefined || expirein === null) return null
  if (typeof expirein !== 'string' || !/^[1-9]\d{0,8}$/.test(expirein)) return 'expirein must be seconds, as a string'
  return foreign && Number(expirein) < MIN_FOREIGN_VALIDITY_S
    ? `expirein must be at least ${MIN_FOREIGN_VALIDITY_S} for numbers abroad`
    : null
}

function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value)
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
