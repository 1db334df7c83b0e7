import type { FastifyRequest } from 'fastify'
import type { MessageDraft } from '../../ledger.ts'
import type { CarrierAnswer, CarrierEngine, CarrierFault, CarrierProtocol, CarrierReports, CarrierSubmission } from '../../protocol.ts'
import { bodyOf } from '../../protocol.ts'
import { httpAnswer } from '../http-answers.ts'
import type { KarixRefusal } from './errors.ts'
import { errorByKey, guide, KARIX_ERRORS } from './errors.ts'
import { indianTime } from './indian-time.ts'
import { partsOf, shownText } from './on-air.ts'
import { reportPosts } from './reports.ts'
import type { KarixRequest } from './rules.ts'
import { readEnvelope, readRequest } from './rules.ts'

const PREFIX = '/karix'
const RECEIVER = '/httpapi/JsonReceiver'

/**
 * The Karix protocol, its JSON receiver (docs/providers/karix.md). One `ackid` stands for a whole request; each part of each
 * recipient's text has a `mid` that only reports tell.
 */
export const karixProtocol: CarrierProtocol = {
  id: 'karix',
  prefix: PREFIX,
  errors: KARIX_ERRORS,

  accountFor: (address, { token, sender }) => ({
    config: { baseUrl: `${address}${PREFIX}${RECEIVER}`, sender },
    secrets: { key: token },
  }),

  mount(scope, engine) {
    scope.all(RECEIVER, (request: FastifyRequest, reply) => {
      if (request.method !== 'POST') return engine.answer(reply, httpAnswer(405))
      const charset = charsetOf(request.headers['content-type'])
      if (charset === null) return engine.answer(reply, httpAnswer(415))
      return engine.serve(reply, {
        wrongToken: () => refusedAnswer(engine, guide('-106')),
        read: () => readCall(engine, decode(bodyOf(request), charset)),
      })
    })
    scope.setNotFoundHandler((_request, reply) => engine.answer(reply, httpAnswer(404)))
    return {}
  },
}

async function readCall(engine: CarrierEngine, body: string): Promise<{ refused: CarrierAnswer } | { submission: CarrierSubmission }> {
  const envelope = readEnvelope(body)
  if ('refused' in envelope) return { refused: refusedAnswer(engine, envelope.refused) }
  const { key, fields } = envelope
  if ((await engine.findToken(key)) === null) return { refused: refusedAnswer(engine, guide('-106')) }
  const request = readRequest(fields, engine.clock.now())
  return 'refused' in request ? { refused: refusedAnswer(engine, request.refused) } : { submission: submissionOf(engine, key, request) }
}

function submissionOf(engine: CarrierEngine, key: string, { messages, scheduledAt }: KarixRequest): CarrierSubmission {
  const ackid = engine.newDigits()
  const drafts = messages.flatMap((message): MessageDraft[] => {
    const text = shownText(message.text, message.unicode)
    const parts = partsOf(text, message.unicode)
    return message.dest.map((recipient) => {
      const partIds = Array.from({ length: parts }, () => engine.newDigits())
      return {
        kind: 'text',
        token: key,
        sender: message.send,
        recipient,
        text,
        state: scheduledAt === null ? 'sent' : 'queued',
        requestid: partIds[0] ?? engine.newDigits(),
        partIds,
        bulkid: ackid,
        ...(scheduledAt === null ? {} : { startsAt: scheduledAt }),
        details: {
          ...message.tags,
          ...(message.custRef === null ? {} : { custRef: message.custRef }),
          ...(message.reported ? { reported: '1' } : {}),
        },
      }
    })
  })
  return {
    drafts,
    oneRefused: 'all_refused',
    accept: () => statusAnswer(engine, { code: '200', desc: 'Request Accepted' }, ackid),
    refuse: (fault) => faultAnswer(engine, fault),
    error(key) {
      const error = errorByKey(key)
      if (error === null) return null
      return 'answer' in error ? error.answer : refusedAnswer(engine, error.refusal)
    },
    reports: reportsOf(engine),
  }
}

function reportsOf({ clock }: CarrierEngine): CarrierReports {
  return {
    of(message, state, { receiptEncoding }) {
      if (message.details['reported'] !== '1') return []
      const sentAt = message.startsAt ?? message.takenAt
      return reportPosts(message, state, { sentAt, now: clock.now(), encoding: receiptEncoding })
    },
  }
}

/** Neither document has a code for an empty purse or for haste: the nearest account error stands for the one, HTTP answers the other. */
function faultAnswer(engine: CarrierEngine, fault: CarrierFault): CarrierAnswer {
  switch (fault) {
    case 'refuse_number':
      return refusedAnswer(engine, guide('-112'))
    case 'wrong_token':
      return refusedAnswer(engine, guide('-106'))
    case 'no_credit':
      return refusedAnswer(engine, guide('-105'))
    case 'rate_limited':
      return httpAnswer(429)
    case 'busy':
      return httpAnswer(503)
    case 'server_error':
      return httpAnswer(500)
  }
}

function refusedAnswer(engine: CarrierEngine, refusal: KarixRefusal): CarrierAnswer {
  return statusAnswer(engine, refusal, 'N/A')
}

/** HTTP 200 for good and bad. */
function statusAnswer({ clock }: CarrierEngine, { code, desc }: KarixRefusal, ackid: string): CarrierAnswer {
  return { status: 200, body: { status: { code, desc }, ackid, time: indianTime(clock.now()) } }
}

/** The charset a JSON body says it is in, UTF-8 where it does not say; null for another content type. */
function charsetOf(contentType: string | undefined): string | null {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase())
  if (type !== 'application/json') return null
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  return charset === undefined ? 'utf-8' : charset.slice('charset='.length).replaceAll('"', '')
}

/** A charset nobody knows makes a body nobody can read. */
function decode(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return ''
  }
}
