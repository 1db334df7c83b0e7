import { isGsmText } from '../../../shared/segments/alphabet.ts'
import type { HttpRequest } from '../../http/client.ts'
import type { Redactor } from '../redact.ts'
import { createRedactor, cut } from '../redact.ts'
import { digitsOf } from '../sender.ts'
import type { ProviderAccount } from '../types.ts'
import { readBaseUrl } from './address.ts'
import { CREDENTIALS_ROOM, MAX_URL_LENGTH, SECRET_NAMES } from './facts.ts'
import type { Method } from './settings.ts'
import { aniOf, longMessageModeOf, methodOf } from './settings.ts'

/** What it takes to speak to a server of this interface. */
export interface Connection {
  /** Without a question mark. */
  url: string
  method: Method
  ani: string
  /** Empty for none. */
  serviceType: string
  longMessageMode: string
  username: string
  password: string
}

/** A call, and what may be kept of it. */
export interface Call {
  request: HttpRequest
  /** Without user name, password and text. */
  kept: string
  /** Takes all three out of the answer. */
  redact: Redactor
  /** Takes only the text out, so that its words are not taken for the provider's. */
  withoutText: Redactor
}

/** A call that hands over a text. */
export interface SubmitCall extends Call {
  /** In the order they go out: digits. */
  numbers: readonly string[]
}

/** Answers are JSON under either type (§4), so anything is welcome. */
const GET_HEADERS = { Accept: '*/*' } as const
const POST_HEADERS = { ...GET_HEADERS, 'Content-Type': 'application/json' } as const

/** The account's connection; null where its address cannot be used. */
export function connectionOf({ config, secrets }: Pick<ProviderAccount, 'config' | 'secrets'>): Connection | null {
  const address = readBaseUrl(config['baseUrl'] ?? '')
  if ('problem' in address) return null
  return {
    url: address.url,
    method: methodOf(config),
    ani: aniOf(config),
    serviceType: (config['serviceType'] ?? '').trim(),
    longMessageMode: longMessageModeOf(config).value,
    username: secrets['username'] ?? '',
    password: secrets['password'] ?? '',
  }
}

/** One text for one or several numbers (§3). All values are strings, as in every example of the document. */
export function submitCall(connection: Connection, { to, text }: { to: readonly string[]; text: string }): SubmitCall {
  const { url, username, password } = connection
  const numbers = to.map(digitsOf)
  const credentials = { username, password }
  const fields = fieldsOf(connection, numbers, text)
  const redactors = redactorsOf(connection, text)
  const shown = {
    ...fields,
    dnis: numbers.length === 1 ? fields.dnis : `[list of ${numbers.length}]`,
    message: `[text, ${text.length} characters]`,
  }
  const kept = (first: string, more: object): string => cut(`${first}\n${redactors.redact({ ...more, ...shown })}`)
  const command = { command: 'submit' }
  switch (connection.method) {
    case 'post-json':
      return {
        ...redactors,
        numbers,
        request: post(url, { ...credentials, ...command, ...fields }),
        kept: kept(`POST ${url}`, { username: '[secret]', password: '[secret]', ...command }),
      }
    case 'post-query':
      return {
        ...redactors,
        numbers,
        request: post(`${url}?${queryOf({ ...command, ...credentials })}`, fields),
        kept: kept(`POST ${url}?command=submit`, {}),
      }
    case 'get':
      return {
        ...redactors,
        numbers,
        request: { method: 'GET', url: `${url}?${queryOf({ ...credentials, ...command, ...fields })}`, headers: GET_HEADERS },
        kept: kept(`GET ${url}`, command),
      }
  }
}

/** A status query (§5). User name and password stand in the address, since the document knows no other way. */
export function statusCall(connection: Connection, messageId: string): Call {
  const { url, username, password } = connection
  const query = queryOf({ username, password, messageId, command: 'query' })
  return {
    ...redactorsOf(connection, null),
    request: { method: 'GET', url: `${url}?${query}`, headers: GET_HEADERS },
    kept: `GET ${url}?command=query`,
  }
}

/** Whether servers and proxies may find the address of a call too long (§3.2). */
export function isAddressTooLong({ request }: Call): boolean {
  return request.url.length > MAX_URL_LENGTH
}

/** The same before user name and password are at hand: with room left for them. */
export function mayBecomeTooLong(connection: Connection, message: { to: string; text: string }): boolean {
  const call = submitCall({ ...connection, username: '', password: '' }, { to: [message.to], text: message.text })
  return call.request.url.length > MAX_URL_LENGTH - CREDENTIALS_ROOM
}

function fieldsOf({ ani, serviceType, longMessageMode }: Connection, numbers: readonly string[], text: string) {
  return {
    ani,
    dnis: numbers.join(','),
    message: text,
    ...(serviceType === '' ? {} : { serviceType }),
    longMessageMode,
    dataCoding: isGsmText(text) ? '0' : '8',
  }
}

function post(url: string, body: object): HttpRequest {
  return { method: 'POST', url, headers: POST_HEADERS, body: JSON.stringify(body) }
}

/** Blanks as `%20`: `+` is a blank to some servers and a plus to others. */
function queryOf(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&')
}

function redactorsOf({ username, password }: Connection, text: string | null): Pick<Call, 'redact' | 'withoutText'> {
  const textInAddresses = text === null || text.length < 4 ? [] : addressForms(text)
  const secrets = [username, password].flatMap((secret) => (secret === '' ? [] : [secret, ...addressForms(secret)]))
  const byValue = createRedactor({ secrets: [...secrets, ...textInAddresses], secretNames: [], text })
  const byName = createRedactor({ secrets: [], secretNames: SECRET_NAMES, text: null })
  return {
    // Values first: a password with an ampersand would end at it where it stands behind its name.
    redact: (raw) => byName(byValue(raw)),
    withoutText: createRedactor({ secrets: textInAddresses, secretNames: [], text }),
  }
}

/** A value as servers may write it where they show an address: more or less of it escaped, in capitals or not. */
function addressForms(value: string): string[] {
  const plain = encodeURIComponent(value.toWellFormed())
  const strict = plain.replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  const form = new URLSearchParams({ value: value.toWellFormed() }).toString().slice('value='.length)
  const forms = [plain, plain.replaceAll("'", '%27'), strict, strict.replaceAll('%20', '+'), form]
  const inSmall = forms.map((one) => one.replaceAll(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase()))
  // What is not escaped at all is found as it stands.
  return [...new Set([...forms, ...inSmall])].filter((one) => one !== value)
}
