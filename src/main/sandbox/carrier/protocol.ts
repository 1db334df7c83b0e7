import type { FastifyInstance, FastifyReply } from 'fastify'
import type { SandboxBehaviour } from '../../../shared/contract/desk.ts'
import type { Clock } from '../../app/ports.ts'
import type { HookPost, HookResult } from './hook-sender.ts'
import type { CarrierMessage, MessageDraft, MessageState } from './ledger.ts'

/**
 * What a provider's protocol and the engine of the sandbox carrier are to each other. A protocol reads requests, words
 * answers and reports; the engine has everything else: faults, waits, the ledger, when reports leave and how often.
 * A protocol is written from the provider's document and never from its adapter, so that the two cannot share a misreading.
 */

/** A documented error that a protocol can be told to answer with (`SandboxBehaviour.error`). */
export interface CarrierError {
  /** Unique among all protocols: the protocol's id, a slash, and the provider's code, such as `konnect/3010`. */
  key: string
  /** The code and what it means, in words for a person. */
  label: string
}

/** What an account of the provider enters to reach this carrier. Keys are those of the provider's account form. */
export interface CarrierAccount {
  config: Record<string, string>
  secrets: Record<string, string>
}

/** Whose carrier account it is. */
export interface AccountOwner {
  /** The desk's account id. */
  id: string
  /** `sandboxToken(id)`: what the carrier knows the account by. Put it into the secret that each call carries. */
  token: string
  /** What recipients see; a name or a number, as the account has it. */
  sender: string
}

/** One provider's protocol. */
export interface CarrierProtocol {
  /** The provider's id. */
  id: string
  /** Where it is mounted, such as `/konnect`; the empty string for the root. Every path of the protocol is beneath it. */
  prefix: string
  /** Every documented error it can be told to answer with. */
  errors: readonly CarrierError[]
  /** @param address the carrier's, `http://127.0.0.1:port` */
  accountFor(address: string, owner: AccountOwner): CarrierAccount
  /**
   * Adds its routes. `scope` is its own part of the server: paths are relative to the prefix, content-type parsers, error
   * and not-found handlers are its own. Bodies come as bytes whatever their type (`bodyOf` reads them); a 404 in the
   * provider's manner is `scope.setNotFoundHandler`.
   */
  mount(scope: FastifyInstance, engine: CarrierEngine): MountedProtocol
}

/** What can be made to happen at a running carrier. Left out where the provider has no such thing. */
export interface MountedProtocol {
  /** A customer texts. Resolves with whether the hook took it. */
  reply?(input: CustomerText): Promise<boolean>
  /** A customer calls and hangs up. Resolves with whether the hook took it, after what follows from its answer was done. */
  missedCall?(input: CustomerCall): Promise<boolean>
  /** A report about something that was started at the provider's own desk. Resolves with whether the hook took it. */
  campaignReport?(input: CampaignReport): Promise<boolean>
}

export interface CustomerText {
  /** The account's token, as in `AccountOwner`. */
  token: string
  /** Digits in international form. */
  from: string
  to: string
  text: string
}

export type CustomerCall = Omit<CustomerText, 'text'>

export interface CampaignReport {
  token: string
  /** Digits in international form. */
  to: string
  kind: 'sms' | 'voice'
  campaign: string
  schedule: string
  state: MessageState
}

/** An HTTP answer. An object goes out as JSON; text with the content type given, or as `text/plain`. */
export interface CarrierAnswer {
  status: number
  headers?: Readonly<Record<string, string>>
  body: string | object
}

/** Faults that a protocol words in its provider's own manner. Nothing is taken. */
export type CarrierFault = Extract<
  SandboxBehaviour['answer'],
  'refuse_number' | 'wrong_token' | 'no_credit' | 'busy' | 'rate_limited' | 'server_error'
>

/** A send request that keeps all rules of the document. */
export interface CarrierSubmission {
  /** The texts (and calls) it asks for, in its order. */
  drafts: readonly MessageDraft[]
  /** What one number that is refused means for the others of the request: they are taken, or the whole request is refused. */
  oneRefused: 'others_taken' | 'all_refused'
  /** The answer, when these were taken: as things stood at that instant, even where a report has overtaken it. */
  accept(taken: readonly CarrierMessage[]): CarrierAnswer
  /**
   * The answer, when these were taken, that does not say of each number that it was (`muddled`). Left out where the provider's
   * answers have nothing to leave out: then nobody can read it.
   */
  muddle?(taken: readonly CarrierMessage[]): CarrierAnswer
  /** The answer to a fault. */
  refuse(fault: CarrierFault): CarrierAnswer
  /** The answer to a documented error by its key; null for a key of another protocol, which is then ignored. */
  error(key: string): CarrierAnswer | null
  /** How the texts are reported on; left out where the provider does not. */
  reports?: CarrierReports
}

/** The words of reports. */
export interface CarrierReports {
  /**
   * The hook requests that say so: one for each part where parts are reported on by themselves; empty where the
   * provider has no report of that state.
   */
  of(message: CarrierMessage, state: MessageState, behaviour: SandboxBehaviour): readonly HookPost[]
  /** A report `sent` comes before the final one on every day. Without it, it comes only with `receiptOrder: 'swapped'`, too late. */
  sentToo?: boolean
}

/** One call to a send address. */
export interface CarrierCall {
  /** Reads the request: either the answer to one that breaks a rule, or what it asks for. */
  read(): Promise<{ refused: CarrierAnswer } | { submission: CarrierSubmission }>
  /** The answer where every key is wrong (`wrong_token`), whatever else the request says. */
  wrongToken(): CarrierAnswer
}

/** Who a token belongs to. Without a hook address no reports come. */
export interface TokenOwner {
  hookUrl: string | null
}

/** What the engine does for a protocol. */
export interface CarrierEngine {
  readonly clock: Clock
  /** How the carrier behaves now. */
  behaviour(): SandboxBehaviour
  /** Who the token belongs to; null for nobody. */
  findToken(token: string): Promise<TokenOwner | null>
  /** Whether this number is one that is always refused. The engine asks by itself for the drafts of a submission. */
  isRefused(recipient: string): boolean
  /**
   * Answers a call to a send address as `behaviour` has it: reads it, refuses or takes, lets reports go their way,
   * waits, hangs up. Return its promise from the route's handler.
   */
  serve(reply: FastifyReply, call: CarrierCall): Promise<FastifyReply>
  /** Answers at once, whatever the behaviour: for addresses that send nothing. */
  answer(reply: FastifyReply, answer: CarrierAnswer): FastifyReply
  /** Closes the connection without an answer. */
  hangUp(reply: FastifyReply): FastifyReply
  /** Takes texts outside of a send request, such as the answer to a missed call. Reports go as for any other. */
  take(drafts: readonly MessageDraft[], reports?: CarrierReports): Promise<CarrierMessage[]>
  /** The text with this id, or with a part of this id; of this protocol only. */
  find(id: string): CarrierMessage | undefined
  /** The texts taken with one call, by its id (`CarrierMessage.bulkid`). */
  findBulk(id: string): CarrierMessage[]
  /** A run of digits above 2^53, unlike any other of this and other runs. */
  newDigits(): string
  /** Calls the hook of a token's owner. Resolves with the answer in the end; null when nobody takes it or there is no hook. Never rejects. */
  post(token: string, post: HookPost): Promise<HookResult | null>
  /** Runs a task after `ms`, unless the carrier is stopped before. A task that fails is dropped. */
  later(ms: number, task: () => Promise<unknown>): void
}

/** What `busy` and `rate_limited` ask for in `Retry-After`, in seconds. */
export const RETRY_AFTER_S = 1

/** The bytes of a request's body; none for an empty one. */
export function bodyOf(request: { body: unknown }): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
}
