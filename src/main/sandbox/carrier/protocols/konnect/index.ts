import { createHash, randomInt } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { CARRIER_NUMBER } from '../../engine.ts'
import { wasTaken } from '../../hook-sender.ts'
import type { MessageDraft } from '../../ledger.ts'
import type {
  CarrierAnswer,
  CarrierEngine,
  CarrierFault,
  CarrierProtocol,
  CarrierReports,
  CarrierSubmission,
  CustomerCall,
} from '../../protocol.ts'
import { bodyOf } from '../../protocol.ts'
import { httpAnswer } from '../http-answers.ts'
import type { KonnectCommand } from './errors.ts'
import { errorAnswer, KONNECT_ERRORS, refusal, refusedAnswer } from './errors.ts'
import { campaignPost, replyStatusPost, replyTextOf, snapcallPost } from './hooks.ts'
import type { KonnectRequest } from './rules.ts'
import { isBareAccountId, isSendableText, problemOf, readBody } from './rules.ts'

const PREFIX = '/konnect'

/** Each command has an address of its own. */
const ADDRESSES: readonly { path: string; cmd: KonnectCommand }[] = [
  { path: '/admin/api/sms', cmd: 'send_sms' },
  { path: '/admin/api/obd', cmd: 'send_otp_by_obd' },
]

/** What a call that the desk ordered is reported as: the report of a campaign's call is the only one with a known shape. */
const OTP_CAMPAIGN = { campaign: 'OTP', schedule: 'API' } as const

/** Where accounts of this carrier have calls reported. Nowhere, so that the reports come to the account's own hook (`HookPost.url`). */
const DESK_CALLBACK = 'https://desk.invalid/calls'

/**
 * The Kirusa Konnect protocol, the older interface (docs/providers/konnect.md): texts and calls that speak a code, missed
 * calls, reports of campaigns. Answers carry no ids, and a text sent by this interface is never reported on.
 */
export const konnectProtocol: CarrierProtocol = {
  id: 'konnect',
  prefix: PREFIX,
  errors: KONNECT_ERRORS,

  accountFor(address, { token, sender }) {
    const number = sender.replace(/^\+/, '')
    const isNumber = /^[0-9]{3,15}$/.test(number)
    const from = isNumber ? number : CARRIER_NUMBER
    return {
      config: {
        baseUrl: `${address}${PREFIX}`,
        from,
        callerId: from,
        callbackUrl: DESK_CALLBACK,
        ...(isNumber || sender === '' ? {} : { senderMask: sender }),
      },
      secrets: { accountId: accountIdOf(token), apiToken: token },
    }
  },

  mount(scope, engine) {
    let lastCallId = randomInt(1_000)

    for (const { path, cmd } of ADDRESSES) {
      scope.all(path, (request: FastifyRequest, reply) => {
        if (request.method !== 'POST') return engine.answer(reply, httpAnswer(405))
        if (!isJson(request.headers['content-type'])) return engine.answer(reply, httpAnswer(415))
        return engine.serve(reply, {
          wrongToken: () => refusedAnswer(cmd, refusal('invalid_api_token')),
          read: () => readCall(engine, cmd, request),
        })
      })
    }
    scope.setNotFoundHandler((_request, reply) => engine.answer(reply, httpAnswer(404)))

    return {
      missedCall(call) {
        lastCallId += 1
        // An integer, as in the document; with the time in it, so that it is unlike those of an earlier carrier.
        return makeMissedCall(engine, call, engine.clock.now() * 1_000 + (lastCallId % 1_000))
      },
      async campaignReport({ token, ...report }) {
        const now = engine.clock.now()
        return wasTaken(await engine.post(token, campaignPost(report, { scheduledAt: now, happenedAt: now })))
      },
    }
  },
}

async function readCall(
  engine: CarrierEngine,
  cmd: KonnectCommand,
  { body, headers }: FastifyRequest,
): Promise<{ refused: CarrierAnswer } | { submission: CarrierSubmission }> {
  const request = readBody(cmd, bodyOf({ body }).toString('utf8'))
  if ('refused' in request) return { refused: refusedAnswer(cmd, request.refused) }
  const known = request.apiToken !== '' && (await engine.findToken(request.apiToken)) !== null
  if (!known) return { refused: refusedAnswer(cmd, refusal('invalid_api_token')) }
  if (!isAccountOf(headers.authorization, request.apiToken)) return { refused: refusedAnswer(cmd, refusal('invalid_app_token')) }
  const problem = problemOf(cmd, request)
  if (problem !== null) return { refused: refusedAnswer(cmd, problem) }
  return { submission: submissionOf(engine, cmd, request) }
}

function submissionOf(engine: CarrierEngine, cmd: KonnectCommand, request: KonnectRequest): CarrierSubmission {
  const { apiToken, to, from, senderMask, content, callbackUrl } = request
  const draft: MessageDraft = {
    kind: cmd === 'send_sms' ? 'text' : 'call',
    token: apiToken,
    sender: senderMask ?? from,
    recipient: to,
    text: content,
    state: 'sent',
    requestid: engine.newDigits(),
    bulkid: null,
    details: { from },
  }
  return {
    drafts: [draft],
    oneRefused: 'all_refused',
    accept: () => ({ status: 200, body: { cmd, status: 'ok' } }),
    refuse: (fault) => faultAnswer(cmd, fault),
    error: (key) => errorAnswer(cmd, key),
    ...(callbackUrl === null ? {} : { reports: callReports(engine, callbackUrl) }),
  }
}

/** Reports of a call go to the address that the request named. */
function callReports({ clock }: CarrierEngine, url: string): CarrierReports {
  return {
    of: ({ recipient, takenAt }, state) => {
      const report = { ...OTP_CAMPAIGN, kind: 'voice', to: recipient, state } as const
      return [{ ...campaignPost(report, { scheduledAt: takenAt, happenedAt: clock.now() }), url }]
    },
  }
}

/** Haste has a code of its own (3001), so no `Retry-After` comes with it; for what the interface has no code, HTTP answers. */
function faultAnswer(cmd: KonnectCommand, fault: CarrierFault): CarrierAnswer {
  switch (fault) {
    case 'refuse_number':
      return refusedAnswer(cmd, refusal('to.number.not.valid'))
    case 'wrong_token':
      return refusedAnswer(cmd, refusal('invalid_api_token'))
    case 'no_credit':
      return refusedAnswer(cmd, refusal('3003'))
    case 'rate_limited':
      return refusedAnswer(cmd, refusal('3001'))
    case 'busy':
      return httpAnswer(503)
    case 'server_error':
      return httpAnswer(500)
  }
}

/** Rings, hears the answer, sends the caller the text it asks for, and tells how that went. */
async function makeMissedCall(engine: CarrierEngine, call: CustomerCall, id: number): Promise<boolean> {
  const { token, from, to } = call
  const result = await engine.post(token, snapcallPost(id, call, engine.clock.now()))
  const text = wasTaken(result) ? replyTextOf(result?.body ?? '') : null
  if (text === null) return wasTaken(result)
  if (!isSendableText(text) || engine.isRefused(from)) {
    engine.later(engine.behaviour().receiptDelayMs, () => engine.post(token, replyStatusPost({ id, token, state: 'rejected' })))
    return true
  }
  const draft: MessageDraft = {
    kind: 'text',
    token,
    sender: to,
    recipient: from,
    text,
    state: 'sent',
    requestid: engine.newDigits(),
    bulkid: null,
    details: { missedCall: String(id) },
  }
  // One event tells it all; there is none for "on its way".
  await engine.take([draft], { of: (_message, state) => (state === 'sent' ? [] : [replyStatusPost({ id, token, state })]) })
  return true
}

/** The Account ID that belongs to a token of this carrier. */
function accountIdOf(token: string): string {
  return `${ACCOUNT_ID_PREFIX}${createHash('sha256').update(token).digest('hex').slice(0, 12)}`
}

const ACCOUNT_ID_PREFIX = 'SANDBOX-'

/** Whether the header is an Account ID alone, and not that of another account of this carrier. */
function isAccountOf(authorization: string | undefined, token: string): boolean {
  if (!isBareAccountId(authorization)) return false
  return !authorization.startsWith(ACCOUNT_ID_PREFIX) || authorization === accountIdOf(token)
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(?:;|$)/i.test(contentType ?? '')
}
