import type { ReceiptStatus } from '../../shared/messages/status.ts'
import type { ProviderCapabilities, ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import type { HttpClient } from '../http/client.ts'

/** An account as an adapter sees it: its configuration with defaults filled in, and its secrets. */
export interface ProviderAccount {
  id: string
  config: Readonly<Record<string, string>>
  secrets: Readonly<Record<string, string>>
}

/** One text to one number, ready to go. */
export interface OutgoingMessage {
  id: string
  /** E.164 with `+`. The adapter turns it into the provider's form. */
  to: string
  /** NFC, LF line ends. */
  text: string
  /** The provider is to keep it until this instant, in ms UTC; left out for at once. Only where it can (`providerSchedule`). */
  sendAt?: number
}

/** One call that speaks a one-time code to one number. */
export interface OutgoingVoiceCode {
  id: string
  /** E.164 with `+`. */
  to: string
  digits: string
}

/** One text to several numbers in one call. */
export interface OutgoingBatch {
  /** At most the descriptor's `batchSize`, each number once. */
  recipients: ReadonlyArray<{ id: string; to: string }>
  text: string
  /** As for one text. */
  sendAt?: number
}

/** The call and its answer as they may be kept and shown: no secrets, no message text. */
export interface Exchange {
  request: string
  response: string | null
}

/**
 * What became of a call to a provider. Four classes decide everything that follows:
 * only `not_accepted_transient` is ever repeated by itself, and `unknown` never is.
 */
export type SendOutcome = OutcomeClasses & {
  /**
   * The provider's own id of the whole call, where it had several recipients: the same in each outcome of the call, whatever
   * became of the recipient. The call can be asked about by it (`queryCall`); no report ever finds a text by it.
   */
  callRef?: string
}

type OutcomeClasses =
  | { class: 'accepted'; refs: string[]; receipt: ReceiptReading | null; exchange: Exchange }
  | {
      class: 'not_accepted_transient'
      code: string
      message: string
      /** The provider's own wish, in milliseconds from now. */
      retryAfterMs: number | null
      /**
       * The provider takes nothing of this kind at this hour: kept back until this instant, in ms UTC, without using a
       * try. Left out otherwise.
       */
      blockedUntil?: number
      exchange: Exchange
    }
  /** `refs`: ids the provider gave although it refused, so that a later report finds the message. */
  | { class: 'not_accepted_permanent'; code: string; message: string; refs?: string[]; exchange: Exchange }
  | { class: 'account_problem'; code: string; message: string; exchange: Exchange }
  /** The computer has no network: nothing was tried. */
  | { class: 'offline'; code: string; message: string; exchange: Exchange }
  /** The request may have been taken. `refs`: ids the provider gave all the same; a report on one settles the matter. */
  | { class: 'unknown'; code: string; message: string; refs?: string[]; exchange: Exchange }

/** One provider statement about one message. */
export interface ReceiptReading {
  ref: string
  status: ReceiptStatus
  /** The provider's own words, kept as they came. */
  rawStatus: string
  /** A sentence where the provider gives a reason. */
  detail: string | null
  /** The recipient as the provider wrote it, where the report names one: helps to find a text whose reference never came. */
  to?: string
  /** The reference stands for a whole call, which may have had several recipients: `to`, in E.164 with `+`, says whose report it is. */
  shared?: true
  /** Which part of a long text it is about, counted from 1, where the parts have no references of their own. */
  part?: { number: number; of: number }
}

/** One text from a customer. */
export interface InboundReading {
  /** The provider's id, for de-duplication; null where it gives none. */
  key: string | null
  /** As the provider wrote it. The host normalises it. */
  from: string
  to: string
  text: string
  /** Where the provider brings a long text part by part. */
  part?: InboundPart
}

/** One of several parts of a text. */
export interface InboundPart {
  /** What all parts of the text have in common. */
  ref: string
  /** Counted from 1. */
  number: number
  /** 2 to 255. */
  of: number
}

/** Somebody called a number of the business and hung up, or was not answered. */
export interface MissedCallReading {
  /** The provider's id of the call, for de-duplication; a report about the text that answers it carries it too. */
  key: string
  /** As the provider wrote it. The host normalises it. */
  from: string
  /** The number called. */
  to: string
  /** When, by the provider's clock, in ms UTC; null where it does not say. */
  at: number | null
}

/** A request to an account's hook, as it came. */
export interface HookRequest {
  method: 'GET' | 'POST' | 'HEAD'
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>
  contentType: string
  /** Raw query string without `?`. */
  query: string
  body: string
}

/** A hook request before it is read, with the bytes of its body: what a signature is about. */
export interface SignedRequest extends HookRequest {
  bytes: Uint8Array
}

/** What a hook request says. One request may carry several statements. */
export type HookReading =
  | { kind: 'read'; receipts: ReceiptReading[]; inbound: InboundReading[]; missedCalls?: MissedCallReading[] }
  /** A well-formed request that says nothing to apply, such as a provider's check of the address. */
  | { kind: 'nothing'; detail: string }
  | { kind: 'unreadable'; detail: string }
  | { kind: 'rejected'; detail: string }

/** How a provider proves that a request to a hook is its own. */
export interface HookProof {
  /** Secrets of the account that it takes. One that is not stored is missing from `account.secrets`. */
  secretKeys: readonly string[]
  /**
   * Why the request is not the provider's, as a sentence without secrets; null when it is. Compares in constant time.
   * Never throws.
   * @param now ms UTC
   */
  problem(account: ProviderAccount, request: SignedRequest, now: number): string | null
}

/** What a hook is answered with, besides its status. */
export interface HookAnswer {
  contentType: string
  body: string
}

/** What an adapter may use. */
export interface AdapterContext {
  http: HttpClient
  /** Milliseconds since 1970 UTC. */
  now(): number
}

/** A reason why this text to this number would be refused, found before anything is queued. */
export interface MessageProblem {
  code: string
  message: string
}

/** One provider, whole. To add one, see CONTRIBUTING.md. */
export interface ProviderAdapter {
  descriptor: ProviderDescriptor
  /** What an account with this configuration can do, where that differs from the descriptor's. */
  capabilitiesOf?(config: Readonly<Record<string, string>>): ProviderCapabilities
  /** Problems of an account form by field key, as sentences; empty when it may be saved. */
  checkConfig(config: Readonly<Record<string, string>>): Record<string, string>
  /** What is allowed but unwise, by field key, as sentences. Left out where nothing is. */
  warnConfig?(config: Readonly<Record<string, string>>): Record<string, string>
  /** What the recipient sees as sender with this configuration. */
  senderOf(config: Readonly<Record<string, string>>): string
  /** Checked when the message is queued; null when the provider will take it. */
  checkMessage(message: { to: string; text: string }, config: Readonly<Record<string, string>>): MessageProblem | null
  /** One call. Never throws for anything a provider or network can do. */
  send(account: ProviderAccount, message: OutgoingMessage, context: AdapterContext): Promise<SendOutcome>
  /**
   * One call for several numbers; null where each text needs a call of its own. Answers an outcome for each
   * recipient, in their order: when the call as a whole is ambiguous, each is. Never throws for anything a provider
   * or network can do. Code `batch_unsupported` (not accepted, transient) says that this account cannot take several
   * at once: the desk then sends one by one.
   */
  sendBatch: ((account: ProviderAccount, batch: OutgoingBatch, context: AdapterContext) => Promise<SendOutcome[]>) | null
  /** Calls a number and speaks a code; left out where the provider cannot. Never throws. */
  callWithCode?(account: ProviderAccount, call: OutgoingVoiceCode, context: AdapterContext): Promise<SendOutcome>
  /** The number that is shown to those who are called; needed beside `callWithCode`. */
  callerOf?(config: Readonly<Record<string, string>>): string
  /** Why a call with this code would be refused; needed beside `callWithCode`. */
  checkVoiceCode?(call: { to: string; digits: string }, config: Readonly<Record<string, string>>): MessageProblem | null
  /**
   * Until when (ms UTC) the provider would not send texts of this priority, or null when it would now. Left out where
   * it has no such hours.
   */
  blockedUntil?(config: Readonly<Record<string, string>>, priority: 'reply' | 'bulk', now: number): number | null
  /** Checked before a hook is read; left out where nothing in a request proves who sent it. */
  hookProof?: HookProof
  /** What a hook is answered with; left out for an empty body. `reply` is the text for the caller of a missed call. */
  answerHook?(reading: HookReading, reply: string | null): HookAnswer
  /** Pure: reads a hook request. Never throws. */
  readHook(account: { id: string; config: Readonly<Record<string, string>> }, request: HookRequest): HookReading
  /** Parts of a stored request that hold secrets, by field name, to be redacted before it is kept. */
  secretFieldNames: readonly string[]
  /** Asks what became of a message; null where the provider cannot be asked. */
  queryStatus: ((account: ProviderAccount, ref: string, context: AdapterContext) => Promise<StatusAnswer>) | null
  /**
   * Asks what became of all texts of one call, by the call's own reference (`SendOutcome.callRef`). Left out where calls have
   * none. What the answer does not say clearly about a recipient is left out of it. Never throws.
   */
  queryCall?(account: ProviderAccount, callRef: string, context: AdapterContext): Promise<CallStatusAnswer>
  /** Checks the settings without sending a text. */
  testConnection(account: ProviderAccount, context: AdapterContext): Promise<{ ok: boolean; code: string; message: string }>
}

/** Answer to a status query. */
export type StatusAnswer =
  | { kind: 'receipt'; receipt: ReceiptReading }
  /** The provider does not know the message. */
  | { kind: 'not_found'; message: string }
  | { kind: 'failed'; code: string; message: string }

/** What a provider says about one text of a call. */
export interface CallText {
  /** The recipient in E.164 with `+`; null where it names none that can be read. */
  to: string | null
  /** The provider's id of this text alone. */
  ref: string
  /** With the same `ref`; null where the text is listed and nothing is said of its fate. */
  receipt: ReceiptReading | null
}

/** Answer to a question about a whole call. */
export type CallStatusAnswer =
  /** Each id and each number at most once. A recipient that is not there is one nothing was said of: that proves nothing. */
  | { kind: 'texts'; texts: CallText[] }
  /** The provider does not know the call. */
  | { kind: 'not_found'; message: string }
  | { kind: 'failed'; code: string; message: string }

/** Every provider the desk knows. */
export interface ProviderRegistry {
  /** In the order they are offered. */
  list(): readonly ProviderAdapter[]
  /** @throws Refused `provider_unknown` */
  get(id: string): ProviderAdapter
}
