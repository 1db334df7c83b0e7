import type { HookFields } from '../hook-fields.ts'
import { readHookContent } from '../hook-fields.ts'
import { quoteWords } from '../redact.ts'
import type { Json, JsonObject } from '../tolerant-json.ts'
import { integerOf, isJsonObject } from '../tolerant-json.ts'
import { inboundPart } from '../inbound-part.ts'
import type { HookReading, HookRequest, InboundPart, InboundReading, ReceiptReading } from '../types.ts'
import type { HookSettings } from './hook-settings.ts'
import { isOneOf } from './rule.ts'
import type { Path } from './source.ts'
import { scalarOf, valueAt } from './source.ts'
import { statusOf } from './status.ts'

/** Most statements one request may carry. */
const MAX_STATEMENTS = 1_000

/** Longest id, status or number that is read, in characters. */
const MAX_WORD = 200

const CHECK: HookReading = { kind: 'nothing', detail: 'A check of the address.' }

/** Reads reports and texts by the fields the account names (§7), as JSON, form or query, one or a list. Never throws. */
export function readGenericHook(settings: HookSettings, request: HookRequest): HookReading {
  if (request.method === 'HEAD') return CHECK
  const content = readHookContent(request)
  if (content.kind === 'unreadable') return content
  if (content.kind === 'empty') return request.method === 'GET' ? CHECK : { kind: 'unreadable', detail: 'The request is empty.' }
  if (settings.receipt === null && settings.inbound === null) {
    return {
      kind: 'unreadable',
      detail: 'The account does not say where a report or a text stands in a request. Set it up in Settings › Accounts.',
    }
  }
  const statements = content.statements.flatMap((fields) => unfold(fields, settings.list))
  if (statements.length > MAX_STATEMENTS) return { kind: 'unreadable', detail: 'The list in the request is too long.' }
  if (statements.length === 0) return { kind: 'nothing', detail: 'An empty list.' }

  const receipts: ReceiptReading[] = []
  const inbound: InboundReading[] = []
  for (const fields of statements) {
    const statement = readStatement(fields, settings)
    if (statement === null) continue
    if ('ref' in statement) receipts.push(statement)
    else inbound.push(statement)
  }
  // Of a list, what can be read is taken: repeating it would not make the rest any better.
  if (receipts.length + inbound.length === 0) return { kind: 'unreadable', detail: missingFields(settings) }
  return { kind: 'read', receipts, inbound }
}

/** The entries of the list a request carries; the request itself where it carries none. */
function unfold(fields: HookFields, list: Path | null): HookFields[] {
  const entries = list === null ? undefined : at(fields, list)
  return Array.isArray(entries) ? entries.map((entry) => fieldsOf(isJsonObject(entry) ? entry : {})) : [fields]
}

/** One report or text; null where it is neither. */
function readStatement(fields: HookFields, settings: HookSettings): ReceiptReading | InboundReading | null {
  const receipt = readReceipt(fields, settings)
  const inbound = readInbound(fields, settings)
  const said = settings.sign === null ? null : wordAt(fields, settings.sign.path)
  if (settings.sign !== null && said !== null) return isOneOf(said, settings.sign.words) ? inbound : receipt
  if (receipt === null || inbound === null) return receipt ?? inbound
  // Some gateways repeat our text in its report, and some give texts from customers a status, such as “received”.
  if (isSame(inbound.from, settings.sender)) return receipt
  return receipt.status === 'unknown' || isSame(inbound.to, settings.sender) ? inbound : receipt
}

/** Whether a number or name, as the gateway writes it, is the account's own sender. */
function isSame(written: string, sender: string): boolean {
  const plain = (name: string): string =>
    name
      .trim()
      .replace(/^(?:\+|00)/, '')
      .toLowerCase()
  return plain(sender) !== '' && plain(written) === plain(sender)
}

function readReceipt(fields: HookFields, { receipt, statusWords }: HookSettings): ReceiptReading | null {
  if (receipt === null) return null
  const ref = wordAt(fields, receipt.id)
  const word = wordAt(fields, receipt.status)
  if (ref === null || word === null) return null
  const status = statusOf(word, statusWords)
  const reason = receipt.detail === null ? null : scalarOf(at(fields, receipt.detail))
  const to = receipt.to === null ? null : wordAt(fields, receipt.to)
  return {
    ref,
    status,
    rawStatus: quoteWords(word, 100),
    detail: reason === null || status === 'delivered' ? null : reasonSentence(reason),
    ...(to === null ? {} : { to }),
  }
}

function readInbound(fields: HookFields, { inbound }: HookSettings): InboundReading | null {
  if (inbound === null) return null
  const from = wordAt(fields, inbound.from)
  const text = at(fields, inbound.text)
  if (from === null || (typeof text !== 'string' && typeof text !== 'number')) return null
  const part = readPart(fields, inbound)
  return {
    key: inbound.id === null ? null : wordAt(fields, inbound.id),
    from,
    to: (inbound.to === null ? null : wordAt(fields, inbound.to)) ?? '',
    text: String(text),
    ...(part === null ? {} : { part }),
  }
}

function readPart(fields: HookFields, { part }: NonNullable<HookSettings['inbound']>): InboundPart | null {
  if (part === null) return null
  return inboundPart(wordAt(fields, part.ref) ?? '', integerOf(at(fields, part.number)), integerOf(at(fields, part.of)))
}

/** Zeros are what programs write where they have no error; a bare code needs a word beside it. */
function reasonSentence(reason: string): string | null {
  if (/^0*$/.test(reason)) return null
  const words = quoteWords(reason, 300)
  return /^[\w.-]+$/.test(words) && /\d/.test(words) ? `Error code ${words}.` : words
}

function missingFields({ receipt, inbound }: HookSettings): string {
  const wanted = [
    receipt === null ? null : `a report has ${show(receipt.id)} and ${show(receipt.status)}`,
    inbound === null ? null : `a text has ${show(inbound.from)} and ${show(inbound.text)}`,
  ]
  return `Neither a delivery report nor a text from a customer: by the settings of this account, ${wanted.filter((one) => one !== null).join(', ')}.`
}

function show(path: Path): string {
  return quoteWords(
    `“${path
      .map((step) => (typeof step === 'number' ? `[${step}]` : step))
      .join('.')
      .replaceAll('.[', '[')}”`,
    80,
  )
}

/** An id, word or number of sensible length. */
function wordAt(fields: HookFields, path: Path): string | null {
  const word = scalarOf(at(fields, path))
  return word === null || word.length > MAX_WORD || /\p{Cc}/u.test(word) ? null : word
}

/** The value at a path, its first name found as forms spell it. A form's name may itself look like a path. */
function at(fields: HookFields, path: Path): Json | undefined {
  const [first, ...rest] = path
  const value = typeof first === 'string' ? valueAt(fields.get(first), rest) : undefined
  if (value !== undefined || rest.length === 0) return value
  return fields.get(path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join(''))
}

function fieldsOf(object: JsonObject): HookFields {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return {
    get(name) {
      if (Object.hasOwn(object, name)) return object[name]
      const wanted = plain(name)
      return wanted === '' ? undefined : Object.entries(object).find(([other]) => plain(other) === wanted)?.[1]
    },
  }
}
