import type { FastifyReply } from 'fastify'
import type { SandboxBehaviour } from '../../../shared/contract/desk.ts'
import type { Clock } from '../../app/ports.ts'
import type { HookSender } from './hook-sender.ts'
import { wasTaken } from './hook-sender.ts'
import type { CarrierMessage, Ledger, MessageDraft } from './ledger.ts'
import type {
  CarrierAnswer,
  CarrierEngine,
  CarrierFault,
  CarrierProtocol,
  CarrierReports,
  CarrierSubmission,
  CustomerText,
  MountedProtocol,
  TokenOwner,
} from './protocol.ts'

/** Numbers with this ending are refused whatever the behaviour, where `magicNumbers` is on. */
const REFUSED_ENDING = '0000'

/** The number customers answer to when the sender is a name. Swedish, from the range reserved for fiction. */
export const CARRIER_NUMBER = '46701740600'

/** How long after a text's report its automatic answer comes, in ms. */
const AUTO_REPLY_DELAY_MS = 2_500

/** What a broken proxy answers. */
const UNREADABLE_PAGE: CarrierAnswer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><html><body><h1>It works!</h1></body></html>',
}

/** What all protocols of one carrier share. */
export interface EngineParts {
  clock: Clock
  ledger: Ledger
  hooks: HookSender
  timers: CarrierTimers
  magicNumbers: boolean
  behaviour(): SandboxBehaviour
  findToken(token: string): Promise<TokenOwner | null>
}

/** Tasks that wait, until the carrier stops. */
export interface CarrierTimers {
  later(ms: number, task: () => void): void
  stop(): void
}

export function createTimers(clock: Clock): CarrierTimers {
  const timers = new Set<{ cancel(): void }>()
  let stopped = false
  return {
    later(ms, task) {
      if (stopped) return
      const timer = clock.setTimer(ms, () => {
        timers.delete(timer)
        task()
      })
      timers.add(timer)
    },
    stop() {
      stopped = true
      for (const timer of timers) timer.cancel()
      timers.clear()
    },
  }
}

/**
 * The engine of one protocol.
 * @param mounted what the protocol can be made to do; asked for only once requests come
 */
export function createEngine(protocol: CarrierProtocol, parts: EngineParts, mounted: () => MountedProtocol | null): CarrierEngine {
  const { clock, ledger, hooks, timers, magicNumbers, findToken } = parts

  const isRefused = (recipient: string): boolean => magicNumbers && recipient.endsWith(REFUSED_ENDING)

  function later(ms: number, task: () => Promise<unknown>): void {
    timers.later(ms, () => void task().catch(() => undefined))
  }

  async function post(token: string, hookPost: Parameters<CarrierEngine['post']>[1]): ReturnType<CarrierEngine['post']> {
    const owner = await findToken(token).catch(() => null)
    return owner === null || owner.hookUrl === null ? null : hooks.post(owner.hookUrl, hookPost)
  }

  /** One report after the other, each as often as `receiptCopies` says. */
  async function report(message: CarrierMessage, reports: CarrierReports, now: SandboxBehaviour): Promise<void> {
    const fate = now.receipt
    if (fate === 'none') return
    message.state = fate
    const final = reports.of(message, fate, now)
    const swapped = now.receiptOrder === 'swapped'
    const sent = swapped || reports.sentToo === true ? reports.of(message, 'sent', now) : []
    for (const hookPost of swapped ? [...final.toReversed(), ...sent] : [...sent, ...final]) {
      for (let copy = 0; copy < now.receiptCopies; copy += 1) await post(message.token, hookPost)
    }
  }

  /** Reports that must leave before the answer have left when it resolves. */
  async function take(
    drafts: readonly MessageDraft[],
    reports: CarrierReports | undefined,
    now: SandboxBehaviour,
  ): Promise<CarrierMessage[]> {
    const taken = drafts.map((draft) => ledger.take(protocol.id, draft, clock.now()))
    for (const message of taken) {
      const waitMs = Math.max(0, (message.startsAt ?? 0) - clock.now())
      if (reports !== undefined && now.receipt !== 'none') {
        if (now.receiptBeforeAnswer && waitMs === 0) await report(message, reports, now)
        else later(waitMs + now.receiptDelayMs, () => report(message, reports, now))
      }
      const { reply } = mounted() ?? {}
      if (now.autoReply && message.kind === 'text' && reply !== undefined) {
        const answer = autoReplyTo(message)
        later(waitMs + now.receiptDelayMs + AUTO_REPLY_DELAY_MS, () => reply(answer))
      }
    }
    return taken
  }

  function answer(reply: FastifyReply, { status, headers = {}, body }: CarrierAnswer): FastifyReply {
    void reply.code(status)
    for (const [name, value] of Object.entries(headers)) void reply.header(name, value)
    return reply.send(body)
  }

  function hangUp(reply: FastifyReply): FastifyReply {
    reply.hijack()
    reply.raw.socket?.destroy()
    return reply
  }

  function afterDelay(reply: FastifyReply, { answerDelayMs }: SandboxBehaviour, task: () => void): FastifyReply {
    if (answerDelayMs === 0) task()
    else timers.later(answerDelayMs, task)
    return reply
  }

  /** What to refuse a submission with, or null to take it. */
  function refusalOf(submission: CarrierSubmission, now: SandboxBehaviour): CarrierAnswer | null {
    const told = now.error === null ? null : submission.error(now.error)
    if (told !== null) return told
    if (isFault(now.answer)) return submission.refuse(now.answer)
    const refused = submission.drafts.filter(({ recipient }) => isRefused(recipient))
    const none = refused.length === submission.drafts.length
    return refused.length > 0 && (none || submission.oneRefused === 'all_refused') ? submission.refuse('refuse_number') : null
  }

  return {
    clock,
    behaviour: parts.behaviour,
    findToken,
    isRefused,
    answer,
    hangUp,
    later,
    post,
    take: (drafts, reports) => take(drafts, reports, parts.behaviour()),
    find: (id) => ledger.find(protocol.id, id),
    findBulk: (id) => ledger.findBulk(protocol.id, id),
    newDigits: () => ledger.newDigits(clock.now()),

    async serve(reply, call) {
      const now = parts.behaviour()
      const respond = (what: CarrierAnswer): FastifyReply => afterDelay(reply, now, () => void answer(reply, what))
      if (now.answer === 'drop_before') return hangUp(reply)
      if (now.answer === 'wrong_token') return respond(call.wrongToken())
      const read = await call.read()
      if ('refused' in read) return respond(read.refused)
      const { submission } = read
      const refusal = refusalOf(submission, now)
      if (refusal !== null) return respond(refusal)
      const drafts = submission.drafts.filter(({ recipient }) => !isRefused(recipient))
      const taken = await take(drafts, submission.reports, now)
      if (now.answer === 'drop_after') return afterDelay(reply, now, () => void hangUp(reply))
      if (now.answer === 'unreadable') return respond(UNREADABLE_PAGE)
      if (now.answer === 'silent') {
        reply.hijack()
        return reply
      }
      const asTaken = taken.map((message, index) => ({ ...message, state: drafts[index]?.state ?? message.state }))
      if (now.answer === 'muddled') return respond(submission.muddle?.(asTaken) ?? UNREADABLE_PAGE)
      return respond(submission.accept(asTaken))
    },
  }
}

/** Whether a hook took what was posted; for `MountedProtocol`. */
export async function isTaken(result: ReturnType<CarrierEngine['post']>): Promise<boolean> {
  return wasTaken(await result)
}

const FAULTS: ReadonlySet<string> = new Set<CarrierFault>([
  'refuse_number',
  'wrong_token',
  'no_credit',
  'busy',
  'rate_limited',
  'server_error',
])

function isFault(answer: SandboxBehaviour['answer']): answer is CarrierFault {
  return FAULTS.has(answer)
}

function autoReplyTo({ token, recipient, sender, text }: CarrierMessage): CustomerText {
  return {
    token,
    from: recipient,
    to: /^[0-9]+$/.test(sender) ? sender : CARRIER_NUMBER,
    text: text.includes('?') ? 'Yes, that works for me.' : 'Thank you!',
  }
}
