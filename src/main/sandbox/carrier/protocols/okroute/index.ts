import type { FastifyRequest } from 'fastify'
import { isTaken } from '../../engine.ts'
import type { HookPost } from '../../hook-sender.ts'
import { formPost } from '../../hook-sender.ts'
import type { CarrierMessage, MessageDraft, MessageState } from '../../ledger.ts'
import type { CarrierAnswer, CarrierEngine, CarrierProtocol, CarrierReports, CarrierSubmission } from '../../protocol.ts'
import { bodyOf } from '../../protocol.ts'
import type { OkrouteItem } from './answers.ts'
import { newMessageId, queryAnswer, submitAnswer } from './answers.ts'
import { FAULTS, NOT_AUTHORIZED, OKROUTE_ERRORS, refusal, submitError, WRONG_PATH } from './errors.ts'
import type { OkrouteState } from './facts.ts'
import { REMEMBERED_MS } from './facts.ts'
import type { OkrouteTemplates } from './hooks.ts'
import { inboundForms, inboundQuery, reportForm, reportQuery, USUAL_TEMPLATES } from './hooks.ts'
import { putOnAir } from './on-air.ts'
import type { OkrouteSubmit, Parameters } from './rules.ts'
import { readCredentials, readParameters, readSubmit } from './rules.ts'

/** OKRoute with the addresses that its documents suggest. */
export const okrouteProtocol: CarrierProtocol = createOkrouteProtocol()

/**
 * OKRoute's HTTP interface (docs/providers/okroute.md).
 * @param templates what the client gave the operator as its addresses
 */
export function createOkrouteProtocol(templates: OkrouteTemplates = USUAL_TEMPLATES): CarrierProtocol {
  return {
    id: 'okroute',
    prefix: '/okroute',
    errors: OKROUTE_ERRORS,

    accountFor: (address, { token, sender }) => ({
      config: { baseUrl: `${address}/okroute/api`, ani: sender },
      secrets: { username: token, password: passwordOf(token) },
    }),

    mount(scope, engine) {
      let submits = 0
      const newId = (): string => newMessageId(submits)
      for (const url of ['/api', '/api/']) {
        scope.route({
          method: ['GET', 'POST'],
          url,
          exposeHeadRoute: false,
          async handler(request: FastifyRequest, reply) {
            const read = readParameters({ ...urlOf(request), contentType: contentTypeOf(request), body: bodyOf(request).toString('utf8') })
            if (read === null) return engine.answer(reply, refusal(400, 'Bad request'))
            if (read['command'] === 'query') return engine.answer(reply, await statusOf(engine, read))
            if (read['command'] !== 'submit') return engine.answer(reply, refusal(400, 'command is invalid'))
            submits += 1
            return engine.serve(reply, {
              wrongToken: () => NOT_AUTHORIZED,
              async read() {
                const token = await tokenOf(engine, read)
                if (token === null) return { refused: NOT_AUTHORIZED }
                const submit = readSubmit(read)
                if ('refused' in submit) return submit
                return { submission: submissionOf(engine, submit, { token, newId, templates, style: styleOf(request) }) }
              },
            })
          },
        })
      }
      scope.setNotFoundHandler((_request, reply) => engine.answer(reply, WRONG_PATH))

      return {
        async reply({ token, from, to, text }) {
          const inbound = { id: `alss-${engine.newDigits()}`, from, to, text, at: engine.clock.now() }
          const posts: HookPost[] =
            engine.behaviour().receiptEncoding === 'form'
              ? inboundForms(inbound).map(formPost)
              : [{ method: 'GET', query: inboundQuery(templates.inbound, inbound) }]
          let taken = true
          for (const post of posts) taken = (await isTaken(engine.post(token, post))) && taken
          return taken
        },
      }
    },
  }
}

/** The password of the user that goes by a token of the carrier. */
function passwordOf(token: string): string {
  return `${token}-password`
}

/** Who asks; null for nobody the carrier knows. */
async function tokenOf(engine: CarrierEngine, parameters: Parameters): Promise<string | null> {
  const { username, password } = readCredentials(parameters)
  if (username === '' || password !== passwordOf(username)) return null
  return (await engine.findToken(username)) === null ? null : username
}

interface SubmissionContext {
  token: string
  newId: () => string
  templates: OkrouteTemplates
  style: AnswerStyle
}

/** Three ways that are met: JSON, JSON that says it is a page, and such a page with a single result in a list. */
type AnswerStyle = 'json' | 'page' | 'list'

function submissionOf(
  engine: CarrierEngine,
  submit: OkrouteSubmit,
  { token, newId, templates, style }: SubmissionContext,
): CarrierSubmission {
  const { sender, numbers, message, mode, coding } = submit
  const { text, parts, ids } = putOnAir(message, mode, coding)
  // A number that is there twice is texted once.
  const drafts = [...new Set(numbers)].map((recipient): MessageDraft => {
    const partIds = Array.from({ length: ids }, newId)
    const details = { parts: String(parts), mode, coding: String(coding) }
    return { kind: 'text', token, sender, recipient, text, state: 'sent', requestid: partIds[0] ?? '', partIds, bulkid: null, details }
  })
  return {
    drafts,
    oneRefused: 'others_taken',
    accept: (taken) => acceptance(taken, { numbers, newId, style }),
    refuse: (fault) => FAULTS[fault],
    error: submitError,
    reports: reportsOf(engine, templates.report),
  }
}

/** Numbers it refused have no id. One that was there twice has ids each time, of which only the first stand for a text. */
function acceptance(
  taken: readonly CarrierMessage[],
  { numbers, newId, style }: { numbers: readonly string[]; newId: () => string; style: AnswerStyle },
): CarrierAnswer {
  const seen = new Set<string>()
  const items = numbers.flatMap((dnis): OkrouteItem[] => {
    const ids = taken.find(({ recipient }) => recipient === dnis)?.partIds ?? []
    const given = seen.has(dnis) ? ids.map(newId) : ids
    seen.add(dnis)
    return given.map((id, index) => ({ dnis, id, segment: ids.length === 1 ? null : index + 1 }))
  })
  const answer = submitAnswer(items, { only: numbers.length === 1 })
  const listed = style === 'list' && !Array.isArray(answer) ? [answer] : answer
  return { status: 200, headers: { 'content-type': style === 'json' ? 'application/json' : 'text/html' }, body: JSON.stringify(listed) }
}

function styleOf(request: FastifyRequest): AnswerStyle {
  if (request.method === 'GET') return 'page'
  return contentTypeOf(request).toLowerCase().startsWith('application/json') ? 'json' : 'list'
}

/** How it stands with a text, by the id of any of its parts. What the platform does not know or has forgotten is `UNKNOWN`. */
async function statusOf(engine: CarrierEngine, parameters: Parameters): Promise<CarrierAnswer> {
  const token = await tokenOf(engine, parameters)
  if (token === null || engine.behaviour().answer === 'wrong_token') return NOT_AUTHORIZED
  const id = parameters['messageId']
  if (typeof id !== 'string' || id === '') return refusal(400, 'messageId is missing')
  const message = engine.find(id)
  const known = message !== undefined && message.token === token && engine.clock.now() - message.takenAt < REMEMBERED_MS
  const body = known ? queryAnswer(WORDS[message.state], isFinal(message.state) ? message.takenAt : null) : queryAnswer('UNKNOWN', null)
  return { status: 200, headers: { 'content-type': 'text/html' }, body: JSON.stringify(body) }
}

const WORDS: Readonly<Record<MessageState, OkrouteState>> = {
  queued: 'ENROUTE',
  sent: 'ENROUTE',
  delivered: 'DELIVRD',
  undelivered: 'UNDELIV',
  rejected: 'REJECTD',
  expired: 'EXPIRED',
  unknown: 'UNKNOWN',
}

function isFinal(state: MessageState): boolean {
  return !['queued', 'sent', 'unknown'].includes(state)
}

/** A report for each id of a text. */
function reportsOf(engine: CarrierEngine, template: string): CarrierReports {
  return {
    of({ partIds, recipient, sender, details }, state, { receiptEncoding }) {
      const word = state === 'sent' ? 'ACCEPTD' : WORDS[state]
      return partIds.map((id): HookPost => {
        const report = { id, state: word, to: recipient, from: sender, parts: Number(details['parts']), at: engine.clock.now() }
        return receiptEncoding === 'form' ? formPost(reportForm(report)) : { method: 'GET', query: reportQuery(template, report) }
      })
    },
  }
}

function urlOf(request: FastifyRequest): { method: string; query: string } {
  const url = request.raw.url ?? ''
  const question = url.indexOf('?')
  return { method: request.method, query: question === -1 ? '' : url.slice(question + 1) }
}

function contentTypeOf(request: FastifyRequest): string {
  return request.headers['content-type'] ?? ''
}
