import fastify from 'fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SandboxBehaviour } from '../../../shared/contract/desk.ts'
import type { Clock } from '../../app/ports.ts'
import { bulkAnswer, bulkDeliveryAnswer, deliveryAnswer, receiptFields, singleAnswer, UNREADABLE_PAGE } from './answers.ts'
import { createHookSender } from './hook-sender.ts'
import type { CarrierMessage, CarrierStatus } from './ledger.ts'
import { createLedger, ENROUTE, QUEUED, UNDELIV } from './ledger.ts'
import { readSendRequest, readToken } from './rules.ts'
import type { SendRequest, Submission } from './rules.ts'

/** A carrier on a good day. */
export const GOOD_DAY: SandboxBehaviour = {
  answer: 'accept',
  answerDelayMs: 300,
  receipt: 'delivered',
  receiptDelayMs: 1_500,
  receiptEncoding: 'json',
  receiptCopies: 1,
  receiptBeforeAnswer: false,
  autoReply: false,
}

/** Fate of a text by the behaviour's word; null means that no report ever comes. */
const FATES: Readonly<Record<SandboxBehaviour['receipt'], CarrierStatus | null>> = {
  delivered: { statusInt: 1, statusStr: 'DELIVRD' },
  rejected: { statusInt: 2, statusStr: 'REJECTD' },
  undelivered: UNDELIV,
  expired: { statusInt: 8, statusStr: 'EXPIRED' },
  unknown: { statusInt: 9, statusStr: 'UNKNOWN' },
  none: null,
}

/** Numbers with this ending are refused whatever the behaviour, where `magicNumbers` is on. */
const REFUSED_ENDING = '0000'

/** The number customers answer to when the sender is a name. Swedish, from the range reserved for fiction. */
export const CARRIER_NUMBER = '46701740600'

/** How long after a text its automatic answer comes, in ms. */
const AUTO_REPLY_DELAY_MS = 2_500

/** What `busy` asks for, in seconds. */
const BUSY_RETRY_AFTER_S = 1

export interface CarrierOptions {
  clock: Clock
  behaviour?: Partial<SandboxBehaviour>
  /** Who a token belongs to; null refuses it (401). A token without a hook address gets no receipts. */
  findToken(token: string): Promise<{ hookUrl: string | null } | null>
  /** Refuse numbers that end in `REFUSED_ENDING`. Default false. */
  magicNumbers?: boolean
  /** Texts remembered; default 100,000. */
  capacity?: number
}

/** A running carrier. */
export interface Carrier {
  /** `http://127.0.0.1:port`. */
  readonly address: string
  /** Texts taken, oldest first. */
  readonly accepted: readonly CarrierMessage[]
  /** How many times this text to this number (with or without `+`) was taken. */
  countOf(recipient: string, text: string): number
  behaviour(): SandboxBehaviour
  setBehaviour(change: Partial<SandboxBehaviour>): SandboxBehaviour
  /** A customer texts. Resolves with whether the hook took it. */
  reply(input: { token: string; from: string; to: string; text: string }): Promise<boolean>
  /** Closes connections, drops what waits. */
  stop(): Promise<void>
}

/**
 * Starts a real HTTP server that speaks the Connectel protocol (docs/providers/connectel.md §1 to §7), on a free loopback port.
 * Where the document is silent (error bodies, HTTP codes), it answers as HTTP means it.
 */
export async function startCarrier(options: CarrierOptions): Promise<Carrier> {
  const { clock, findToken, magicNumbers = false } = options
  const ledger = createLedger(options.capacity ?? 100_000)
  const hooks = createHookSender(clock)
  const timers = new Set<{ cancel(): void }>()
  let behaviour: SandboxBehaviour = { ...GOOD_DAY, ...options.behaviour }
  let stopped = false

  function later(ms: number, task: () => void): void {
    if (stopped) return
    const timer = clock.setTimer(ms, () => {
      timers.delete(timer)
      task()
    })
    timers.add(timer)
  }

  const server = fastify({ forceCloseConnections: true, bodyLimit: 1_048_576, routerOptions: { ignoreTrailingSlash: false } })
  server.removeContentTypeParser('text/plain')
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body.toString())))
  })
  server.setErrorHandler((error: { statusCode?: number; message: string }, _request, reply) => {
    void reply.code(error.statusCode ?? 500).send({ error: error.message })
  })

  async function postReceipt(
    message: CarrierMessage,
    status: CarrierStatus,
    { receiptEncoding, receiptCopies }: SandboxBehaviour,
  ): Promise<void> {
    message.status = status
    const owner = await findToken(message.token)
    if (owner === null || owner.hookUrl === null) return
    const post = { url: owner.hookUrl, fields: receiptFields(message, receiptEncoding), encoding: receiptEncoding }
    for (let copy = 0; copy < receiptCopies; copy += 1) await hooks.post(post)
  }

  async function postInbound(input: { token: string; from: string; to: string; text: string }): Promise<boolean> {
    const owner = await findToken(input.token)
    if (owner === null || owner.hookUrl === null) return false
    const requestid = ledger.newId('R', clock.now())
    const fields = { from: input.from, to: input.to, requestid, message: input.text }
    return hooks.post({ url: owner.hookUrl, fields, encoding: 'json' })
  }

  /** Takes the texts and sets their fate going. Receipts that must leave before the answer have left when it resolves. */
  async function take(request: SendRequest, now: SandboxBehaviour): Promise<{ bulkid: string | null; messages: CarrierMessage[] }> {
    const { token, sender, message: text } = request
    const takenAt = clock.now()
    const bulkid = request.bulk ? ledger.newId('B', takenAt) : null
    const status = request.bulk ? QUEUED : ENROUTE
    const messages = request.submissions.map(({ recipient }) => ledger.take({ token, sender, recipient, text, bulkid, status, takenAt }))
    const fate = FATES[now.receipt]
    for (const message of messages) {
      if (fate !== null && now.receiptBeforeAnswer) await postReceipt(message, fate, now)
      else if (fate !== null) later(now.receiptDelayMs, () => void postReceipt(message, fate, now).catch(() => undefined))
      if (now.autoReply) {
        const to = /^[0-9]+$/.test(sender) ? sender : CARRIER_NUMBER
        const answer = { token, from: message.recipient, to, text: autoReplyTo(text) }
        later(now.receiptDelayMs + AUTO_REPLY_DELAY_MS, () => void postInbound(answer).catch(() => undefined))
      }
    }
    return { bulkid, messages }
  }

  function answerLater(reply: FastifyReply, { answerDelayMs }: SandboxBehaviour, answer: () => void): FastifyReply {
    if (answerDelayMs === 0) answer()
    else later(answerDelayMs, answer)
    return reply
  }

  function hangUp(reply: FastifyReply): FastifyReply {
    reply.hijack()
    reply.raw.socket?.destroy()
    return reply
  }

  server.post('/api/v2/send/', async (incoming: FastifyRequest, reply) => {
    const now = behaviour
    if (now.answer === 'drop_before') return hangUp(reply)
    const parameters = parametersOf(incoming.body)
    const read = readSendRequest(parameters)
    const refuse = (code: number, error: string): FastifyReply => answerLater(reply, now, () => void reply.code(code).send({ error }))
    const token = readToken(parameters)
    if (now.answer === 'wrong_token' || token === null || (await findToken(token)) === null)
      return refuse(401, 'authorization is not valid')
    if ('error' in read) return refuse(400, read.error)
    if (now.answer === 'no_credit') return refuse(402, 'no credit left')
    if (now.answer === 'server_error') return refuse(500, 'internal error')
    if (now.answer === 'busy') {
      void reply.header('retry-after', String(BUSY_RETRY_AFTER_S))
      return refuse(503, 'busy')
    }
    const refuses = ({ recipient }: Submission): boolean =>
      now.answer === 'refuse_number' || (magicNumbers && recipient.endsWith(REFUSED_ENDING))
    const taken = read.submissions.filter((submission) => !refuses(submission))
    if (taken.length === 0) {
      const refused = read.submissions.map(({ recipient }): CarrierMessage => ({
        requestid: ledger.newId('R', clock.now()),
        bulkid: null,
        token: read.token,
        sender: read.sender,
        recipient,
        text: read.message,
        status: UNDELIV,
        takenAt: clock.now(),
      }))
      return answerLater(reply, now, () => void reply.send(answerOf(read, null, refused)))
    }
    // Of a bulk, the numbers it refuses are left out; the document has no other way to say so.
    const request = { ...read, submissions: taken }
    const { bulkid, messages } = await take(request, now)
    // The answer tells how things stood when the texts were taken, even where a receipt has overtaken it.
    const answer = answerOf(
      request,
      bulkid,
      messages.map((message) => ({ ...message, status: read.bulk ? QUEUED : ENROUTE })),
    )
    switch (now.answer) {
      case 'drop_after':
        return answerLater(reply, now, () => void hangUp(reply))
      case 'silent':
        reply.hijack()
        return reply
      case 'unreadable':
        return answerLater(reply, now, () => void reply.type('text/html').send(UNREADABLE_PAGE))
      default:
        return answerLater(reply, now, () => void reply.send(answer))
    }
  })

  server.get('/api/v2/delivery/', async (request: FastifyRequest, reply) => {
    const query = parametersOf(request.query)
    const token = readToken(query)
    if (behaviour.answer === 'wrong_token' || token === null || (await findToken(token)) === null) {
      return reply.code(401).send({ error: 'authorization is not valid' })
    }
    const id = query['requestid']
    if (typeof id !== 'string' || id === '') return reply.code(400).send({ error: 'requestid is missing' })
    const message = ledger.byRequestId(id)
    if (message !== undefined && message.token === token) return reply.send(deliveryAnswer(message))
    const bulk = ledger.byBulkId(id).filter((one) => one.token === token)
    const [first] = bulk
    if (first !== undefined) return reply.send(bulkDeliveryAnswer(id, first.sender, bulk))
    return reply.code(404).send({ error: 'there is no message with this requestid' })
  })

  for (const [url, method] of [
    ['/api/v2/send/', 'GET'],
    ['/api/v2/delivery/', 'POST'],
  ] as const) {
    server.route({ url, method, handler: (_request, reply) => reply.code(405).send({ error: 'method not allowed' }) })
  }

  const address = await server.listen({ host: '127.0.0.1', port: 0 })

  return {
    address,
    get accepted() {
      return ledger.messages
    },
    countOf: ledger.countOf,
    behaviour: () => behaviour,
    setBehaviour(change) {
      behaviour = { ...behaviour, ...change }
      return behaviour
    },
    reply: postInbound,
    async stop() {
      stopped = true
      for (const timer of timers) timer.cancel()
      timers.clear()
      await hooks.stop()
      await server.close()
    },
  }
}

function answerOf(request: SendRequest, bulkid: string | null, messages: readonly CarrierMessage[]): object {
  const [first] = messages
  if (!request.bulk && first !== undefined) return singleAnswer(first)
  const keyed = messages.map((message, index) => ({ message, key: request.submissions[index]?.key ?? '' }))
  return bulkAnswer({ bulkid, token: request.token, sender: request.sender, keyed })
}

function parametersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

function autoReplyTo(text: string): string {
  return text.includes('?') ? 'Yes, that works for me.' : 'Thank you!'
}
