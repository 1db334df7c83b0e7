import type { FastifyRequest } from 'fastify'
import type { HookReading, HookRequest, ProviderAdapter, SignedRequest } from '../providers/types.ts'
import { looksLikeJson, replaceMembers, scanJson } from './scan-json.ts'

/** Deepest nesting an adapter is given; provider payloads in the documents nest three deep. */
const MAX_DEPTH = 32
/** Most object members an adapter is given: a full body of the shortest receipts has fewer. */
const MAX_KEYS = 10_000

/** Members that mean something to JavaScript itself. No provider uses them. */
const DANGEROUS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Bodies with these content types are read; a request without one is too. */
const READABLE = /^(application|text)\/([\w.-]+\+)?json$|^application\/x-www-form-urlencoded$|^text\/plain$/

/** Content type without parameters, in lower case; empty where there is none. */
export function mediaType(header: string | undefined): string {
  return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** Whether a body of this type, encoded like this, can be read. */
export function isReadable(request: FastifyRequest): boolean {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  const type = mediaType(request.headers['content-type'])
  return encoding === 'identity' && (type === '' || READABLE.test(type))
}

/** The request as an adapter reads it. Methods were checked before. */
export function toHookRequest(request: FastifyRequest): SignedRequest {
  const url = request.raw.url ?? ''
  const question = url.indexOf('?')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return {
    method: request.method as HookRequest['method'],
    headers,
    contentType: request.headers['content-type'] ?? '',
    query: question === -1 ? '' : url.slice(question + 1),
    bytes: Buffer.isBuffer(request.body) ? request.body : new Uint8Array(),
    body: Buffer.isBuffer(request.body) ? decodeBody(request.body, request.headers['content-type'] ?? '') : '',
  }
}

/**
 * A request as an adapter may see it: without members that could change JavaScript's own objects, the bytes as they came.
 * Null for hostile nesting, which never reaches an adapter.
 */
export function cleanRequest<Request extends HookRequest>(request: Request): Request | null {
  if (!looksLikeJson(request.body)) return request
  const scan = scanJson(request.body, (name) => DANGEROUS.has(name))
  if (scan.depth > MAX_DEPTH || scan.keys > MAX_KEYS) return null
  return scan.members.length === 0 ? request : { ...request, body: replaceMembers(request.body, scan.members, () => '"dropped":null') }
}

/**
 * What a cleaned request says (null: it was not fit to be seen). An adapter that fails in spite of its promise makes an
 * unreadable hook, which can be read again later.
 *
 * @param onFault told of an adapter that threw
 */
export function readRequest(
  adapter: ProviderAdapter,
  account: { id: string; config: Readonly<Record<string, string>> },
  request: HookRequest | null,
  onFault: (error: unknown) => void,
): HookReading {
  if (request === null)
    return { kind: 'unreadable', detail: 'The request is built more deeply or has more fields than any provider sends.' }
  try {
    const reading = adapter.readHook(account, request)
    const saysNothing =
      reading.kind === 'read' && reading.receipts.length + reading.inbound.length + (reading.missedCalls?.length ?? 0) === 0
    return saysNothing ? { kind: 'nothing', detail: 'The request carried no report and no text.' } : reading
  } catch (error) {
    onFault(error)
    return { kind: 'unreadable', detail: 'The request could not be read because of a fault in SMS Desk.' }
  }
}

/**
 * Bytes as text: in the character set the sender names, else UTF-8, else Windows-1252, in which every byte means
 * something, so that no text is lost for a sender that does not say what it sends.
 */
function decodeBody(bytes: Buffer, contentType: string): string {
  const named = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1]
  const decoder = named === undefined ? null : decoderFor(named)
  if (decoder !== null) return decoder.decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Null for a character set nobody knows. */
function decoderFor(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}
