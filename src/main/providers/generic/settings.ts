import type { ReceiptStatus } from '../../../shared/messages/status.ts'
import { senderProblem } from '../sender.ts'
import type { AddressTemplate } from './address.ts'
import { fieldsInAddress, readAddressTemplate } from './address.ts'
import type { Config, Problems } from './config.ts'
import { gatewayOf, maxUnitsOf, note, read, take } from './config.ts'
import type { Refusal } from './facts.ts'
import { MAX_SENDER_DIGITS, MAX_UNITS, REFUSALS } from './facts.ts'
import type { FieldName } from './fields.ts'
import type { HeaderTemplate } from './headers.ts'
import { fieldsInHeaders, readHeaderTemplates } from './headers.ts'
import { noteHookProblems, readHookSettings } from './hook-settings.ts'
import type { JsonTemplate } from './json-template.ts'
import { fieldsInJson, readJsonTemplate } from './json-template.ts'
import type { Parameter } from './parameters.ts'
import { fieldsInParameters, readFormTemplate } from './parameters.ts'
import type { Rule } from './rule.ts'
import { readRule } from './rule.ts'
import type { Source } from './source.ts'
import { readSource } from './source.ts'
import type { WordTable } from './words.ts'
import { readWords } from './words.ts'

/** How a text is handed over (§3). */
export type Body = { kind: 'json'; template: JsonTemplate } | { kind: 'form'; parameters: Parameter[] } | { kind: 'none' }

const METHODS = ['post-json', 'post-form', 'post', 'get'] as const
const AUTHORIZATIONS = ['none', 'basic', 'bearer'] as const
const NUMBER_FORMATS = ['plus', 'digits', '00'] as const

/** How a call is made (§2 to §4). */
export interface RequestSettings {
  method: 'GET' | 'POST'
  address: AddressTemplate
  authorization: (typeof AUTHORIZATIONS)[number]
  headers: HeaderTemplate[]
  body: Body
  numberFormat: (typeof NUMBER_FORMATS)[number]
  sender: string
  /** All fields that occur anywhere. */
  fields: ReadonlySet<FieldName>
}

/** How answers are read (§5, §6). Null for what the account does not say. */
export interface AnswerSettings {
  rule: Rule | null
  id: Source | null
  error: Source | null
  code: Source | null
  refusals: WordTable<Refusal>
  statusWords: WordTable<ReceiptStatus>
}

/** An account's configuration, read once and ready for use. */
export interface Settings {
  /** As sentences name it. */
  gateway: string
  request: RequestSettings
  answer: AnswerSettings
}

/** Reads the whole configuration. `settings` is null exactly when there are problems. Never throws. */
export function readSettings(config: Config): { settings: Settings | null; problems: Problems } {
  const problems: Problems = new Map()
  const request = readRequest(config, problems)
  const answer = readAnswer(config, problems)
  noteHookProblems(config, problems)
  if (read(config, 'receiptId') !== '' && answer.id === null && request?.fields.has('id') !== true) {
    note(problems, 'idPath', 'Delivery reports find their text by its message id: say where it stands in the answer.')
  }
  if (read(config, 'maxUnits') !== '' && maxUnitsOf(config) === null) {
    note(problems, 'maxUnits', `Write a number from 1 to ${MAX_UNITS}, such as 1600.`)
  }
  const sound = request !== null && problems.size === 0
  return { settings: sound ? { gateway: gatewayOf(config), request, answer } : null, problems }
}

/** Null where there are problems. */
function readRequest(config: Config, problems: Problems): RequestSettings | null {
  const method = take(problems, 'method', choice(config, 'method', METHODS))?.chosen
  const authorization = take(problems, 'authorization', choice(config, 'authorization', AUTHORIZATIONS))?.chosen
  const numberFormat = take(problems, 'numberFormat', choice(config, 'numberFormat', NUMBER_FORMATS))?.chosen
  const sender = read(config, 'sender')
  const senderTrouble = senderProblem(sender, MAX_SENDER_DIGITS)
  if (senderTrouble !== null) note(problems, 'sender', senderTrouble)

  const address = take(problems, 'url', readAddressTemplate(read(config, 'url')))
  const headers = take(problems, 'headers', readHeaderTemplates(read(config, 'headers')))?.headers ?? null
  if (authorization !== 'none' && headers?.some(({ name }) => name === 'authorization') === true) {
    note(problems, 'headers', 'There is an Authorization header already, from “Signing in”. Leave out one of the two.')
  }
  const body = method === undefined ? null : take(problems, 'body', readBody(read(config, 'body'), method))
  if (address === null || headers === null || body === null) return null

  const fields = new Set([...fieldsInAddress(address), ...fieldsInBody(body), ...fieldsInHeaders(headers)])
  const place = body.kind === 'none' ? 'url' : 'body'
  if (!fields.has('to')) note(problems, place, 'The number is missing: write {{to}} where it belongs.')
  if (!fields.has('text')) note(problems, place, 'The text is missing: write {{text}} where it belongs.')
  if (authorization === undefined || numberFormat === undefined) return null
  return { method: method === 'get' ? 'GET' : 'POST', address, authorization, headers, body, numberFormat, sender, fields }
}

function readAnswer(config: Config, problems: Problems): AnswerSettings {
  const source = (key: string): Source | null => {
    const text = read(config, key)
    return text === '' ? null : take(problems, key, readSource(text))
  }
  const ruleText = read(config, 'successRule')
  const rule = ruleText === '' ? null : take(problems, 'successRule', readRule(ruleText))
  const [id, error, code] = [source('idPath'), source('errorPath'), source('refusalCode')]
  const refusals = take(problems, 'refusalWords', readWords(read(config, 'refusalWords'), REFUSALS))?.table ?? new Map<string, Refusal>()
  if (id?.kind === 'text' && id.before === '' && id.after === '' && ruleText === '') {
    note(
      problems,
      'successRule',
      'Where the message id is the whole answer, say here what a good answer looks like, such as text: = 1*, so that an error is not taken for an id.',
    )
  }
  if (refusals.size > 0 && code === null && rule === null) note(problems, 'refusalCode', 'Say where the codes stand that you explain.')
  return { rule, id, error, code, refusals, statusWords: readHookSettings(config).statusWords }
}

function readBody(raw: string, method: (typeof METHODS)[number]): Body | { problem: string } {
  if (method === 'get' || method === 'post') return { kind: 'none' }
  if (raw === '') {
    return { problem: 'Copy the sample from the gateway’s documentation and put {{to}} and {{text}} where number and text belong.' }
  }
  if (method === 'post-json') {
    const template = readJsonTemplate(raw)
    return 'problem' in template ? template : { kind: 'json', template }
  }
  const form = readFormTemplate(raw)
  return 'problem' in form ? form : { kind: 'form', ...form }
}

function fieldsInBody(body: Body): FieldName[] {
  if (body.kind === 'none') return []
  return body.kind === 'json' ? fieldsInJson(body.template) : fieldsInParameters(body.parameters)
}

/** The first option where nothing was chosen. */
function choice<Option extends string>(
  config: Config,
  key: string,
  options: readonly [Option, ...Option[]],
): { chosen: Option } | { problem: string } {
  const value = read(config, key)
  const chosen = value === '' ? options[0] : options.find((option) => option === value)
  return chosen === undefined ? { problem: `Choose one of: ${options.join(', ')}.` } : { chosen }
}
