import { Buffer } from 'node:buffer'
import { countSegments } from '../../../shared/segments/index.ts'
import type { HttpFailure, HttpRequest, HttpResponse } from '../../http/client.ts'
import type { Redactor } from '../redact.ts'
import { createRedactor, cut } from '../redact.ts'
import { digitsOf } from '../sender.ts'
import type { Exchange, OutgoingMessage } from '../types.ts'
import { renderAddress, showAddress } from './address.ts'
import { SECRET_NAMES } from './facts.ts'
import type { SecretKey, Values } from './fields.ts'
import { SECRET_KEYS } from './fields.ts'
import { isSafeHeaderValue, renderHeader } from './headers.ts'
import { renderJson } from './json-template.ts'
import { parameterValue, renderForm } from './parameters.ts'
import type { Body, RequestSettings } from './settings.ts'

export type Secrets = Readonly<Record<SecretKey, string>>

/** A call, and what may be kept of it. */
export interface Call {
  request: HttpRequest
  /** Without secrets and text. */
  kept: string
  /** Takes secrets and text out of the answer. */
  redact: Redactor
}

/** Why a call cannot be made: an account problem, with a sentence for the clerk. Nothing has left this computer. */
export interface CallProblem {
  code: 'account_credentials' | 'account_address'
  problem: string
}

/** How sentences name the secrets: as the form does. */
const SECRET_LABELS: Readonly<Record<SecretKey, string>> = {
  username: 'user name',
  password: 'password',
  token: 'token',
  callback: 'address for reports',
}

/** Many gateways answer XML unless asked; one that has only that may do so (RFC 9110, section 12.5.1). */
const ACCEPT = 'application/json, */*;q=0.1'

/** The secrets of an account by key, empty where one is not stored. */
export function secretsOf(stored: Readonly<Record<string, string>>): Secrets {
  const value = (key: SecretKey): string => (Object.hasOwn(stored, key) ? (stored[key] ?? '') : '')
  return { username: value('username'), password: value('password'), token: value('token'), callback: value('callback') }
}

/** The call that hands over one text (§2 to §4), or why there can be none. Never throws. */
export function buildCall(settings: RequestSettings, secrets: Secrets, message: OutgoingMessage): Call | CallProblem {
  const missing = missingSecret(settings, secrets)
  if (missing !== null) {
    return {
      code: 'account_credentials',
      problem: `The ${SECRET_LABELS[missing]} of this account is missing. Enter it in Settings › Accounts.`,
    }
  }
  const values: Values = {
    to: writeNumber(message.to, settings.numberFormat),
    from: writeSender(settings),
    text: message.text,
    id: message.id,
    unicode: countSegments(message.text).encoding === 'UCS-2',
    secrets,
  }
  const url = renderAddress(settings.address, values)
  if (url === null) {
    return {
      code: 'account_address',
      problem: 'With its user name or token filled in, the address of this account cannot be used. Check them in Settings › Accounts.',
    }
  }
  const headers = headersOf(settings, values)
  if (headers === null) {
    return {
      code: 'account_credentials',
      problem:
        'The user name, password or token of this account has a sign that cannot be sent. Enter it again in Settings › Accounts, without line breaks.',
    }
  }
  const redact = createRedactor({ secrets: allForms(secrets), secretNames: SECRET_NAMES, text: message.text })
  const shown: Values = {
    ...values,
    text: `[text, ${message.text.length} characters]`,
    secrets: { username: '[secret]', password: '[secret]', token: '[secret]', callback: '[secret]' },
  }
  const body = renderBody(settings.body, values)
  return {
    request: { method: settings.method, url, headers, ...(body === null ? {} : { body }) },
    kept: cut(`${settings.method} ${redact(showAddress(settings.address, shown))}${keptBody(settings.body, shown, redact)}`),
    redact,
  }
}

/** Call and answer as they may be kept and shown. */
export function exchangeOf(call: Call, result: HttpResponse | HttpFailure): Exchange {
  if (result.kind === 'failure') return { request: call.kept, response: null }
  return { request: call.kept, response: cut(`HTTP ${result.status}\n${call.redact(result.body)}`) }
}

/** A secret that the template needs and the account lacks. The address for reports may be missing: then none are asked for. */
function missingSecret({ fields, authorization }: RequestSettings, secrets: Secrets): SecretKey | null {
  const needs = (key: SecretKey): boolean =>
    (fields.has(key) && key !== 'callback') ||
    (authorization === 'basic' && key === 'username') ||
    (authorization === 'bearer' && key === 'token')
  return SECRET_KEYS.find((key) => secrets[key] === '' && needs(key)) ?? null
}

/** Null where a value cannot stand in a header. */
function headersOf(settings: RequestSettings, values: Values): Record<string, string> | null {
  const headers = new Map([['accept', ACCEPT]])
  if (settings.body.kind === 'json') headers.set('content-type', 'application/json')
  if (settings.body.kind === 'form') headers.set('content-type', 'application/x-www-form-urlencoded')
  const authorization = authorizationOf(settings, values.secrets)
  if (authorization === null) return null
  if (authorization !== '') headers.set('authorization', authorization)
  for (const header of settings.headers) {
    const value = renderHeader(header, values)
    if (value === null) return null
    headers.set(header.name, value)
  }
  return Object.fromEntries(headers)
}

/** Empty for none, null where it cannot be written. */
function authorizationOf({ authorization }: RequestSettings, { username, password, token }: Secrets): string | null {
  if (authorization === 'none') return ''
  if (authorization === 'bearer') return isSafeHeaderValue(token) ? `Bearer ${token}` : null
  // A colon in the user name would end it early (RFC 7617, section 2).
  return username.includes(':') ? null : `Basic ${basic(username, password)}`
}

/** RFC 7617, section 2.1, in UTF-8. */
function basic(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`, 'utf8').toString('base64')
}

/** Secrets as they may come back: by themselves, and together as basic authentication has them. */
function allForms(secrets: Secrets): string[] {
  return [basic(secrets.username, secrets.password), ...SECRET_KEYS.map((key) => secrets[key])].filter((secret) => secret !== '')
}

/** E.164 with `+` as the gateway takes it. */
function writeNumber(number: string, format: RequestSettings['numberFormat']): string {
  if (format === 'plus') return `+${digitsOf(number)}`
  return format === 'digits' ? digitsOf(number) : `00${digitsOf(number)}`
}

/** §2: a number with `+` as numbers go, everything else as it was typed, since short codes have no country code. */
function writeSender({ sender, numberFormat }: RequestSettings): string {
  return /^\+\d+$/.test(sender) ? writeNumber(sender, numberFormat) : sender
}

function renderBody(body: Body, values: Values): string | null {
  if (body.kind === 'json') return renderJson(body.template, values)
  return body.kind === 'form' ? renderForm(body.parameters, values) : null
}

/** A form is shown a line per parameter. */
function keptBody(body: Body, shown: Values, redact: Redactor): string {
  if (body.kind === 'none') return ''
  if (body.kind === 'json') return `\n${redact(renderJson(body.template, shown))}`
  const lines = body.parameters.map((parameter) => `${parameter.name}=${parameterValue(parameter, shown) ?? ''}`)
  return `\n${redact(lines.join('\n'))}`
}
