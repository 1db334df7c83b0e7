import type { CarrierAnswer } from '../../protocol.ts'
import { DESTINATION_TOO_LONG, refusal, SERVICE_TYPE_INVALID } from './errors.ts'
import type { DataCoding, LongMessageMode } from './facts.ts'
import {
  DATA_CODINGS,
  DEFAULT_MODE,
  LONG_MESSAGE_MODES,
  MAX_ANI_CHARACTERS,
  MAX_DNIS_CHARACTERS,
  MAX_INC_MSG_ID_CHARACTERS,
  MAX_NUMBER_DIGITS,
  MAX_NUMBERS,
  MAX_SERVICE_TYPE_BYTES,
} from './facts.ts'

export type Parameters = Readonly<Record<string, unknown>>

/** A request to submit that keeps the rules. */
export interface OkrouteSubmit {
  sender: string
  /** In the order of the request, repeats and all. */
  numbers: readonly string[]
  message: string
  mode: LongMessageMode
  coding: DataCoding
}

/**
 * Joins what a request carries: the query of a GET; of a POST, its JSON or form, and beside it in the query the
 * command and the credentials. Null where the body is neither.
 */
export function readParameters(request: { method: string; query: string; contentType: string; body: string }): Parameters | null {
  const query = Object.fromEntries(new URLSearchParams(request.query))
  if (request.method === 'GET') return query
  const type = request.contentType.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') return { ...query, ...Object.fromEntries(new URLSearchParams(request.body)) }
  if (type !== 'application/json') return null
  const body = parseObject(request.body)
  return body === null ? null : { ...query, ...body }
}

/** Name and password as they came; empty where they are missing. */
export function readCredentials(parameters: Parameters): { username: string; password: string } {
  return { username: stringOf(parameters['username']), password: stringOf(parameters['password']) }
}

/** Reads a request to submit, or says with which words it is refused. */
export function readSubmit(parameters: Parameters): OkrouteSubmit | { refused: CarrierAnswer } {
  const numbers = readNumbers(parameters['dnis'])
  if ('refused' in numbers) return numbers
  const message = parameters['message']
  if (typeof message !== 'string' || message === '') return refuse('message is missing')
  const sender = parameters['ani'] ?? ''
  if (typeof sender !== 'string' || sender.length > MAX_ANI_CHARACTERS) return refuse('ani is invalid')
  const serviceType = parameters['serviceType'] ?? ''
  if (typeof serviceType !== 'string' || Buffer.byteLength(serviceType) > MAX_SERVICE_TYPE_BYTES) return { refused: SERVICE_TYPE_INVALID }
  const mode = LONG_MESSAGE_MODES.find((one) => one === (blankToUndefined(parameters['longMessageMode']) ?? DEFAULT_MODE))
  if (mode === undefined) return refuse('longMessageMode is invalid')
  if (mode === 'split_or_payload' && numbers.list.length > 1) return refuse('split_or_payload takes one dnis')
  const coding = readInteger(parameters['dataCoding']) ?? 0
  const dataCoding = DATA_CODINGS.find((one) => one === coding)
  if (dataCoding === undefined) return refuse('dataCoding is invalid')
  const problem = optionalProblem(parameters)
  return problem === null ? { sender, numbers: numbers.list, message, mode, coding: dataCoding } : refuse(problem)
}

function readNumbers(dnis: unknown): { list: string[] } | { refused: CarrierAnswer } {
  if (typeof dnis !== 'string' || dnis === '') return refuse('dnis is missing')
  if (dnis.length > MAX_DNIS_CHARACTERS) return { refused: DESTINATION_TOO_LONG }
  const list = dnis.split(',')
  if (list.length > MAX_NUMBERS || list.some((number) => number.length > MAX_NUMBER_DIGITS)) return { refused: DESTINATION_TOO_LONG }
  return list.every((number) => /^[1-9]\d{6,}$/.test(number)) ? { list } : refuse('dnis must be digits in international form')
}

/** Which of the parameters that nothing else is made of has a value it cannot have. */
function optionalProblem(parameters: Parameters): string | null {
  for (const name of ['flash', 'priorityFlag', 'registeredDelivery', 'replaceIfPresentFlag']) {
    if (!isWithin(parameters[name], 0, 1)) return `${name} must be 0 or 1`
  }
  for (const name of ['esmClass', 'srcTon', 'srcNpi', 'dstTon', 'dstNpi']) {
    if (!isWithin(parameters[name], 0, 255)) return `${name} is invalid`
  }
  const clientId = parameters['incMsgId'] ?? parameters['inc_msg_id'] ?? ''
  if (typeof clientId !== 'string' || clientId.length > MAX_INC_MSG_ID_CHARACTERS) return 'incMsgId is invalid'
  // SMPP v3.4 §7.1.1: YYMMDDhhmmsstnnp.
  const validity = parameters['validityPeriod'] ?? ''
  return typeof validity === 'string' && /^(?:\d{15}[R+-])?$/.test(validity) ? null : 'validityPeriod is invalid'
}

function isWithin(value: unknown, least: number, most: number): boolean {
  if (blankToUndefined(value) === undefined) return true
  const number = readInteger(value)
  return number !== undefined && number >= least && number <= most
}

/** A whole number, as a number or as digits; undefined where there is none, NaN where it is no number. */
function readInteger(value: unknown): number | undefined {
  const given = blankToUndefined(value)
  if (given === undefined) return undefined
  if (typeof given === 'number') return Number.isInteger(given) ? given : Number.NaN
  return typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
}

function blankToUndefined(value: unknown): unknown {
  return value === '' || value === null ? undefined : value
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function parseObject(text: string): Parameters | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Parameters) : null
  } catch {
    return null
  }
}

function refuse(text: string): { refused: CarrierAnswer } {
  return { refused: refusal(400, text) }
}
