import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import type { ReceiptStatus } from '../../src/shared/messages/status.ts'
import type { HttpRequest } from '../../src/main/http/client.ts'
import type { ProviderAdapter, SendOutcome } from '../../src/main/providers/types.ts'
import type { CarrierProtocol } from '../../src/main/sandbox/carrier/protocol.ts'
import type { OpenCounterpart, Taken } from './counterpart.ts'

/** What a row of the suite is made of: one provider's facts, from its document and never from its adapter. */

/** A class of outcome with its code. */
export interface Expected {
  class: SendOutcome['class']
  code: string
  /** The text waits for its hour, without using a try. */
  keptBack?: boolean
  /** What the answer asks for, in ms; left out where it asks for nothing. */
  retryAfterMs?: number
}

/** An error that only comes with the report of a text that was taken. */
export interface ExpectedReport {
  report: ReceiptStatus
  /** What the reason must say. */
  says: RegExp
}

/** What a carrier does wrong on a whole request. */
export type Fault = Exclude<SandboxBehaviour['answer'], 'accept'>

export interface Texts {
  /** One part, in the SMS alphabet. */
  gsmOne: string
  /** Null where the provider joins no parts. */
  gsmTwo: string | null
  ucsOne: string
  ucsTwo: string | null
  /** The longest the provider takes; where it names no limit, a very long one. */
  longest: string
  /** Texts just too long; empty where there is no limit. */
  tooLong: readonly string[]
}

/** One request to a hook, as a provider sends it. */
export interface HookShape {
  method?: 'GET' | 'POST'
  /** Behind the question mark; objects are percent-encoded. */
  query?: Readonly<Record<string, string>>
  json?: unknown
  form?: Readonly<Record<string, string>>
  /** Any other body. */
  raw?: { body: string; contentType: string }
}

/** Every encoding that a provider may send the same fields in. */
export type Encoding = 'json' | 'list' | 'form' | 'query'

/** Documented reports. */
export interface Reports {
  /** Encodings the document, or open clients of it, know. */
  encodings: readonly Encoding[]
  /** The documented sample with this word in it, about `ref` and `to` (digits). */
  fields(word: string, about: { ref: string; to: string }, encoding: Encoding): Readonly<Record<string, unknown>>
  /** Every word and number of the tables, and some that no table has. */
  words: ReadonlyArray<readonly [word: string, status: ReceiptStatus]>
  /** The reference a report is read with; left out: `ref` itself. */
  refOf?(ref: string, to: string): string
  /** The carrier pushes reports of texts that it took. */
  pushed: boolean
  /** How many reports come on a text of two parts: one for each part, or one for all; left out: one. */
  perLongText?: number
  /** Fields of the report that may hold the text of the message. */
  echoes: readonly string[]
}

/** One thing that comes in and what must be read in it. */
export interface InboundShape {
  what: string
  shape: HookShape
  from: string
  to: string
  text: string
  key: string | null
}

export interface MissedCallShape {
  what: string
  shape: HookShape
  call: { key: string; from: string; to: string; at: number | null }
}

/** Requests that carry nothing to apply, and what becomes of them. */
export interface OddShape {
  what: string
  shape: HookShape
  kind: 'nothing' | 'unreadable'
}

/** One provider, as the suite checks it. To add a provider, write one of these and put it into `rows/index.ts`. */
export interface ConformanceRow {
  /** As the names of tests begin. */
  name: string
  adapter(): ProviderAdapter
  /** The other side. */
  open: OpenCounterpart
  /** The carrier's protocol, where the sandbox speaks it; null where another server stands in. */
  protocol: CarrierProtocol | null
  /** Settings of the account beside what the carrier says; left out where that is enough. */
  config?: Readonly<Record<string, string>>
  /** Number `index` of those it texts, in E.164: any index from 0 to 400. */
  number(index: number): string
  /** A number as the document wants it, from E.164. */
  wire(number: string): string
  texts: Texts
  /** The references an accepted text must have. */
  refs(taken: Taken): readonly string[]
  /** What each documented error must become, by its key. Every one that the other side knows must be here. */
  errors: Readonly<Record<string, Expected | ExpectedReport>>
  /** Where the provider's words for a fault lead to another code than the house's usual one. */
  faults: Readonly<Partial<Record<Fault, Expected>>>
  /** Calls made where a fault answers, where that is not one. */
  calls?: Readonly<Partial<Record<Fault, number>>>
  /** Whether a request hands over texts; left out: every one does. */
  isSend?(request: HttpRequest): boolean
  /** The answer to a request that sends nothing, such as one for a token: status 200 and this body. */
  otherAnswer?: string
  reports: Reports | null
  inbound: readonly InboundShape[]
  missedCalls: readonly MissedCallShape[]
  odd: readonly OddShape[]
  /** Most numbers of one call, as the document or docs/providers has it; 1 where there are no lists. */
  listSize: number
  /** How far ahead a text is handed over to be kept, in ms; null where the provider keeps none. */
  keepsFor: number | null
  /** Digits of a code that is spoken; null where there are no calls. */
  voiceCode: string | null
  /** Answers that say a text was taken, each as the document has it. */
  successes: ReadonlyArray<{ status: number; body: string }>
  /** Bodies that say what became of the text `R-asked`, as the document has them; empty where nothing can be asked. */
  queryAnswers: readonly string[]
  /** Bodies that say what became of the texts of the call `B-asked`; left out where calls cannot be asked about. */
  callAnswers?: readonly string[]
  /** Names and words that answers and hooks of this provider are made of: what arbitrary ones are mixed from. */
  names: readonly string[]
  words: readonly unknown[]
  /** Tests of what only this provider has. */
  more?(row: ConformanceRow): void
  /** The document's condition for a text that was taken, from nothing but the answer. */
  wasTaken(status: number, body: string): boolean
}
