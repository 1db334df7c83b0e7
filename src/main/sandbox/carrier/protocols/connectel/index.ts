import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { formPost, jsonPost } from '../../hook-sender.ts'
import type { CarrierMessage, MessageDraft } from '../../ledger.ts'
import { isTaken } from '../../engine.ts'
import type { CarrierAnswer, CarrierEngine, CarrierFault, CarrierProtocol, CarrierReports, CarrierSubmission } from '../../protocol.ts'
import { RETRY_AFTER_S } from '../../protocol.ts'
import { bulkAnswer, bulkDeliveryAnswer, deliveryAnswer, muddledBulkAnswer, receiptFields, singleAnswer } from './answers.ts'
import type { SendRequest } from './rules.ts'
import { readSendRequest, readToken } from './rules.ts'

/**
 * The Connectel protocol (docs/providers/connectel.md §1 to §7). Where the document is silent (error bodies, HTTP codes), it
 * answers as HTTP means it.
 */
export const connectelProtocol: CarrierProtocol = {
  id: 'connectel',
  prefix: '/api/v2',
  errors: [],

  accountFor: (address, { token, sender }) => ({ config: { baseUrl: `${address}/api/v2/`, sender }, secrets: { token } }),

  mount(scope, engine) {
    const run = randomBytes(3).toString('hex').toUpperCase()
    // Letters, a dot and a run of digits above 2^53, as the document's ids look.
    const newId = (prefix: 'R' | 'B'): string => `${prefix}${run}.${engine.newDigits()}`

    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, scope.getDefaultJsonParser('error', 'error'))
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body.toString())))
    })

    scope.post('/send/', (incoming: FastifyRequest, reply) => {
      const parameters = parametersOf(incoming.body)
      return engine.serve(reply, {
        wrongToken: () => WRONG_TOKEN,
        async read() {
          const token = readToken(parameters)
          if (token === null || (await engine.findToken(token)) === null) return { refused: WRONG_TOKEN }
          const read = readSendRequest(parameters)
          return 'error' in read ? { refused: refusal(400, read.error) } : { submission: submissionOf(read, newId) }
        },
      })
    })

    scope.get('/delivery/', async (request: FastifyRequest, reply) => {
      return engine.answer(reply, await deliveryOf(engine, parametersOf(request.query)))
    })

    for (const [url, method] of [
      ['/send/', 'GET'],
      ['/delivery/', 'POST'],
    ] as const) {
      scope.route({ url, method, handler: (_request, reply) => engine.answer(reply, refusal(405, 'method not allowed')) })
    }

    return {
      reply: ({ token, from, to, text }) => isTaken(engine.post(token, jsonPost({ from, to, requestid: newId('R'), message: text }))),
    }
  },
}

const WRONG_TOKEN = refusal(401, 'authorization is not valid')

const REPORTS: CarrierReports = {
  of(message, state, { receiptEncoding }) {
    const fields = receiptFields(message, state, receiptEncoding)
    return [receiptEncoding === 'json' ? jsonPost(fields) : formPost(fields)]
  },
}

function submissionOf(request: SendRequest, newId: (prefix: 'R' | 'B') => string): CarrierSubmission {
  const { token, sender, message, bulk } = request
  const bulkid = bulk ? newId('B') : null
  const state = bulk ? 'queued' : 'sent'
  const drafts: MessageDraft[] = request.submissions.map(({ recipient, key }) => ({
    kind: 'text',
    token,
    sender,
    recipient,
    text: message,
    state,
    requestid: newId('R'),
    bulkid,
    ...(key === null ? {} : { details: { key } }),
  }))
  const [first] = drafts
  return {
    drafts,
    // Of a bulk, the numbers it refuses are left out; the document has no other way to say so.
    oneRefused: 'others_taken',
    accept: (taken) => ({ status: 200, body: bulk ? bulkAnswer({ bulkid, token, sender, taken }) : singleOf(taken) }),
    ...(bulk ? { muddle: (taken) => ({ status: 200, body: muddledBulkAnswer({ bulkid, token, sender, taken }) }) } : {}),
    refuse: (fault) =>
      fault === 'refuse_number'
        ? {
            status: 200,
            body:
              bulk || first === undefined
                ? bulkAnswer({ bulkid: null, token, sender, taken: [] })
                : singleAnswer({ ...first, state: 'undelivered' }),
          }
        : FAULTS[fault],
    error: () => null,
    reports: REPORTS,
  }
}

function singleOf([text]: readonly CarrierMessage[]): object {
  return text === undefined ? {} : singleAnswer(text)
}

const FAULTS: Readonly<Record<Exclude<CarrierFault, 'refuse_number'>, CarrierAnswer>> = {
  wrong_token: WRONG_TOKEN,
  no_credit: refusal(402, 'no credit left'),
  server_error: refusal(500, 'internal error'),
  busy: { ...refusal(503, 'busy'), headers: { 'retry-after': String(RETRY_AFTER_S) } },
  rate_limited: { ...refusal(429, 'too many requests'), headers: { 'retry-after': String(RETRY_AFTER_S) } },
}

async function deliveryOf(engine: CarrierEngine, query: Readonly<Record<string, unknown>>): Promise<CarrierAnswer> {
  const token = readToken(query)
  if (engine.behaviour().answer === 'wrong_token' || token === null || (await engine.findToken(token)) === null) return WRONG_TOKEN
  const id = query['requestid']
  if (typeof id !== 'string' || id === '') return refusal(400, 'requestid is missing')
  const message = engine.find(id)
  if (message !== undefined && message.token === token) return { status: 200, body: deliveryAnswer(message) }
  const bulk = engine.findBulk(id).filter((one) => one.token === token)
  const [first] = bulk
  if (first !== undefined) return { status: 200, body: bulkDeliveryAnswer(id, first.sender, bulk) }
  return refusal(404, 'there is no message with this requestid')
}

function refusal(status: number, error: string): CarrierAnswer {
  return { status, body: { error } }
}

function parametersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}
