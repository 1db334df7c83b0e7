import type { CarrierAnswer, CarrierError } from '../../protocol.ts'
import { httpErrors } from '../http-answers.ts'

/** A refusal as the interface words it. */
export interface KarixRefusal {
  code: string
  desc: string
}

/** Codes of the guide, with words like its own; one ends in a blank there too. */
const GUIDE = {
  '-999': 'Internal error',
  '-101': 'Invalid API version',
  '-102': 'Invalid JSON',
  '-103': 'Invalid source IP',
  '-104': 'Account expired',
  '-105': 'Account deactivated',
  '-106': 'Invalid credentials',
  '-108': 'Scheduling feature disabled ',
  '-109': 'Invalid schedule time',
  '-110': 'Schedule time is beyond the bound',
  '-111': 'Empty mobile number',
  '-112': 'Invalid mobile number',
  '-113': 'Empty message',
  '-114': 'Invalid message type',
  '-116': 'Invalid DLR type',
  '-120': 'Invalid URL track option',
  '-123': 'Cannot send the message during TRAI blockout hours',
  '-124': 'Cannot schedule the message during TRAI blockout hours',
} as const

/** Codes of the newer document: the same numbers mean other things from -103 on, so that only the words tell. */
const NEWER = {
  '-999': 'Internal error',
  '-101': 'Invalid API version',
  '-102': 'Invalid JSON',
  '-105': 'IP restricted',
  '-106': 'Account expired',
  '-107': 'Account inactivated',
  '-108': 'Invalid username or password',
  '-109': 'Invalid encryption option',
  '-110': 'Scheduling feature disabled',
  '-111': 'Invalid schedule time',
  '-112': 'Schedule time beyond the bound',
  '-113': 'Empty mobile number',
  '-114': 'Invalid mobile number',
  '-115': 'Empty content',
  '-116': 'Invalid message type',
  '-117': 'Invalid port',
  '-118': 'Invalid DLR type',
  '-119': 'Invalid expiry minutes',
  '-120': 'Expiry minutes beyond the bound',
  '-121': 'Invalid append country option',
  '-122': 'Invalid URL track option',
  '-123': 'Invalid customer reference',
  '-124': 'Customer reference too long',
  '-125': 'Cannot send message during TRAI blockout hours',
  '-126': 'Cannot schedule message during TRAI blockout hours',
  '-127': 'Invalid DCS',
  '-128': 'Invalid UDHI',
  '-129': 'Empty sender id',
  '-130': 'Invalid sender id',
  '-131': 'Invalid template',
  '-132': 'Empty template',
  '-142': 'Access violation',
  '-143': 'Empty reporting key',
  '-144': 'Invalid batch number',
} as const

const HTTP = httpErrors('karix', [401, 403, 404, 405, 408, 429, 500, 502, 503, 504])

const BY_KEY: ReadonlyMap<string, KarixRefusal> = new Map([...rowsOf('guide', GUIDE), ...rowsOf('newer', NEWER)])

export const KARIX_ERRORS: readonly CarrierError[] = [
  ...[...BY_KEY].map(([key, { code, desc }]) => ({ key, label: `${code} ${desc.trim()} (${key.split('/')[1] ?? ''})` })),
  ...HTTP.errors,
]

/** What the guide says. */
export function guide(code: keyof typeof GUIDE): KarixRefusal {
  return { code, desc: GUIDE[code] }
}

/** What the newer document says: for rules that the guide has no code for. */
export function newer(code: keyof typeof NEWER): KarixRefusal {
  return { code, desc: NEWER[code] }
}

/** An error by its key, such as `karix/guide/-112` or `karix/http_503`: a refusal, a whole answer, or null for a key of another protocol. */
export function errorByKey(key: string): { refusal: KarixRefusal } | { answer: CarrierAnswer } | null {
  const refusal = BY_KEY.get(key)
  if (refusal !== undefined) return { refusal }
  const answer = HTTP.answerTo(key)
  return answer === null ? null : { answer }
}

function rowsOf(edition: string, table: Readonly<Record<string, string>>): [string, KarixRefusal][] {
  return Object.entries(table).map(([code, desc]) => [`karix/${edition}/${code}`, { code, desc }])
}
