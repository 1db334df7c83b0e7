import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isTaken } from '../../engine.ts'
import type { HookPost } from '../../hook-sender.ts'
import type { CarrierMessage, MessageDraft, MessageState } from '../../ledger.ts'
import type { CarrierAnswer, CarrierEngine, CarrierProtocol, CarrierReports, CarrierSubmission } from '../../protocol.ts'
import { bodyOf } from '../../protocol.ts'
import { oauthError, refusal, sendAnswer, tokenAnswer } from './answers.ts'
import { BAD_CLIENT, BAD_TOKEN, faultAnswer, KPN_ERRORS, reportCode, sendError, tokenError, UNKNOWN_PATH, WRONG_METHOD } from './errors.ts'
import type { KpnProduct } from './facts.ts'
import { SEND_PATHS, STATUS, TOKEN_PATH } from './facts.ts'
import type { KpnFate } from './hooks.ts'
import { inboundBody, receiptBody, signatureHeaders } from './hooks.ts'
import type { KpnSendRequest } from './rules.ts'
import { readBearer, readSendRequest, readTokenRequest } from './rules.ts'
import type { KpnTokens } from './tokens.ts'
import { createTokens } from './tokens.ts'

/** Waits before a hook is called again, in ms: 60, 120 and 240 s after the first attempt. */
const REPEAT_WAITS_MS = [60_000, 60_000, 120_000] as const

/** KPN SMS, both products (docs/providers/kpn.md). */
export const kpnProtocol: CarrierProtocol = createKpnProtocol()

/**
 * @param tokensOf makes the book of access tokens, for who wants to take tokens back
 */
export function createKpnProtocol(tokensOf: (now: () => number) => KpnTokens = createTokens): CarrierProtocol {
  return {
    id: 'kpn',
    prefix: '/kpn',
    errors: KPN_ERRORS,

    accountFor: (address, { token, sender }) => ({
      config: {
        product: 'current',
        tokenUrl: `${address}/kpn${TOKEN_PATH}`,
        baseUrl: `${address}/kpn${SEND_PATHS.current}`,
        sender,
      },
      secrets: { clientId: token, clientSecret: clientSecretOf(token), webhookSecret: webhookSecretOf(token) },
    }),

    mount(scope, engine) {
      const tokens = tokensOf(() => engine.clock.now())
      mountTokens(scope, engine, tokens)
      for (const product of ['classic', 'current'] as const) mountSend(scope, engine, { tokens, product })
      scope.setNotFoundHandler((_request, reply) => engine.answer(reply, UNKNOWN_PATH))
      return {
        reply({ token, from, to, text }) {
          const fields = inboundBody({ id: `in-${engine.newDigits()}`, from, to, text, at: engine.clock.now() })
          return isTaken(engine.post(token, signedPost(engine, token, fields)))
        },
      }
    },
  }
}

/** The secret of the client that goes by a token of the carrier. */
function clientSecretOf(token: string): string {
  return `${token}-secret`
}

/** What an account's hooks are signed with. */
function webhookSecretOf(token: string): string {
  return `${token}-webhook-secret`
}

function mountTokens(scope: FastifyInstance, engine: CarrierEngine, tokens: KpnTokens): void {
  async function answerOf(request: FastifyRequest): Promise<CarrierAnswer> {
    const { answer, error } = engine.behaviour()
    const told = tokenError(error)
    if (told !== null) return told
    const read = readTokenRequest({
      query: queryOf(request),
      contentType: request.headers['content-type'] ?? '',
      body: bodyOf(request).toString('utf8'),
    })
    if ('error' in read) return oauthError(400, 'invalid_request', read.error)
    const { clientId, clientSecret } = read
    const right = answer !== 'wrong_token' && clientId !== '' && clientSecret === clientSecretOf(clientId)
    return right && (await engine.findToken(clientId)) !== null ? tokenAnswer(tokens.issue(clientId)) : BAD_CLIENT
  }

  scope.post(TOKEN_PATH, async (request, reply) => engine.answer(reply, await answerOf(request)))
  scope.get(TOKEN_PATH, (_request, reply) => engine.answer(reply, WRONG_METHOD))
}

function mountSend(scope: FastifyInstance, engine: CarrierEngine, { tokens, product }: { tokens: KpnTokens; product: KpnProduct }): void {
  const path = SEND_PATHS[product]
  scope.post(path, (request: FastifyRequest, reply) =>
    engine.serve(reply, {
      wrongToken: () => BAD_TOKEN,
      async read() {
        const bearer = readBearer(request.headers.authorization)
        const client = bearer === null ? null : tokens.clientOf(bearer)
        if (client === null || (await engine.findToken(client)) === null) return { refused: BAD_TOKEN }
        if (!/^application\/json(?:;|$)/i.test(request.headers['content-type'] ?? '')) {
          return { refused: refusal(400, '40000', 'the body must be JSON') }
        }
        const read = readSendRequest(parse(bodyOf(request)), product)
        if ('error' in read) return { refused: refusal(400, '40001', read.error) }
        return { submission: submissionOf(engine, read, { client, product }) }
      },
    }),
  )
  scope.get(path, (_request, reply) => engine.answer(reply, WRONG_METHOD))
}

function submissionOf(
  engine: CarrierEngine,
  request: KpnSendRequest,
  { client, product }: { client: string; product: KpnProduct },
): CarrierSubmission {
  const documentId = randomUUID()
  const drafts = request.texts.map(({ to, text }): MessageDraft => ({
    kind: 'text',
    token: client,
    sender: request.sender,
    recipient: to,
    text,
    state: 'sent',
    requestid: documentId,
    bulkid: documentId,
    details: { product, reportId: `d-${engine.newDigits()}` },
  }))
  const now = engine.clock.now()
  return {
    drafts,
    oneRefused: 'all_refused',
    accept: (taken) => sendAnswer(documentId, taken.length, now),
    refuse: (fault) => faultAnswer(fault, now),
    error: (key) => sendError(key, now),
    // Of the classic product no report is documented.
    ...(product === 'current' ? { reports: reportsOf(engine, request.webhookUrl) } : {}),
  }
}

function reportsOf(engine: CarrierEngine, webhookUrl: string | null): CarrierReports {
  return {
    of(message, state, { error }) {
      const code = state === 'sent' || state === 'queued' ? null : reportCode(error)
      const fate = code === null ? FATES[state] : { status: code === '024' ? STATUS.expired : STATUS.failed, errorCode: code }
      const fields = receiptOf(message, fate, engine.clock.now())
      return [{ ...signedPost(engine, message.token, fields), ...(webhookUrl === null ? {} : { url: webhookUrl }) }]
    },
  }
}

/** State and error code by what becomes of a text. The code that goes with a state is our choice. */
const FATES: Readonly<Record<MessageState, KpnFate>> = {
  queued: { status: STATUS.queued, errorCode: '000' },
  sent: { status: STATUS.accepted, errorCode: '000' },
  delivered: { status: STATUS.delivered, errorCode: '000' },
  undelivered: { status: STATUS.failed, errorCode: '005' },
  rejected: { status: STATUS.rejected, errorCode: '003' },
  expired: { status: STATUS.expired, errorCode: '024' },
  unknown: { status: 0, errorCode: '001' },
}

function receiptOf({ requestid, recipient, details }: CarrierMessage, fate: KpnFate, at: number): object {
  return receiptBody({ documentId: requestid, reportId: details['reportId'] ?? '', to: recipient, fate, at })
}

function signedPost(engine: CarrierEngine, token: string, fields: object): HookPost {
  const body = JSON.stringify(fields)
  return {
    body,
    headers: (attempt) => ({
      'content-type': 'application/json',
      ...signatureHeaders({ body, key: webhookSecretOf(token), keyId: 'key-1', at: engine.clock.now(), attempt }),
    }),
    repeat: { waitsMs: REPEAT_WAITS_MS, unlessTaken: true },
  }
}

function queryOf(request: FastifyRequest): string {
  const url = request.raw.url ?? ''
  const question = url.indexOf('?')
  return question === -1 ? '' : url.slice(question + 1)
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
