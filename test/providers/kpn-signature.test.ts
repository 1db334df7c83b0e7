import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createKpnAdapter } from '../../src/main/providers/kpn/index.ts'
import type { SignedRequest } from '../../src/main/providers/types.ts'
import { NOW, sign } from './kpn-desk.ts'

const SECRET = 'hook-key-one-0123456789'
const OTHER = 'hook-key-two-9876543210'
const BODY = '{"DLRID":"d-1","Status":1}'
const SECONDS = String(NOW / 1_000)

const proof = createKpnAdapter().hookProof

function problem(
  change: { secret?: string | undefined; body?: string | Uint8Array; headers?: Record<string, string>; now?: number } = {},
): string | null | undefined {
  const bytes = typeof change.body === 'object' ? change.body : new TextEncoder().encode(change.body ?? BODY)
  const secret = 'secret' in change ? change.secret : SECRET
  const request: SignedRequest = {
    method: 'POST',
    headers: change.headers ?? signed(bytes, SECRET),
    contentType: 'application/json',
    query: '',
    body: new TextDecoder().decode(bytes),
    bytes,
  }
  return proof?.problem({ id: 'a', config: {}, secrets: secret === undefined ? {} : { webhookSecret: secret } }, request, change.now ?? NOW)
}

function signed(bytes: Uint8Array | string, key: string, seconds = SECONDS): Record<string, string> {
  return { 'x-kpn-webhook-signature': sign(bytes, key), 'x-kpn-webhook-timestamp': seconds, 'x-kpn-webhook-key-id': 'k1' }
}

test('it takes one secret, which need not be stored', () => {
  expect(proof?.secretKeys).toEqual(['webhookSecret'])
})

test.each([undefined, '', '  '])('without a stored secret (%o) nothing is checked', (secret) => {
  expect(problem({ secret, headers: {} })).toBeNull()
  expect(problem({ secret, headers: { 'x-kpn-webhook-signature': 'forged' } })).toBeNull()
})

test('a known pair of key, body and signature', () => {
  // RFC 4231, test case 2.
  const headers = {
    'x-kpn-webhook-signature': '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    'x-kpn-webhook-timestamp': SECONDS,
  }
  expect(problem({ secret: 'Jefe', body: 'what do ya want for nothing?', headers })).toBeNull()
})

describe('the signature', () => {
  test.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['whitespace around and inside', `\r\n\t ${BODY.replaceAll(',', ' ,\n ')} \n\n`],
    ['a mark of byte order', new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0xc3, 0x28, 0x00, 0x7d])],
    ['the replacement character itself', '{"a":"\uFFFD"}'],
  ])('is over the very bytes: %s', (_what, body) => {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
    expect(problem({ body: bytes, headers: signed(bytes, SECRET) })).toBeNull()
    const [first = 0, ...rest] = bytes
    const changed = new Uint8Array([first ^ 1, ...rest])
    expect(problem({ body: changed, headers: signed(bytes, SECRET) })).toMatch(/^The signature does not fit/)
  })

  test('is not over the body as decoded', () => {
    const bytes = new Uint8Array([0x7b, 0xff, 0x7d])
    expect(problem({ body: bytes, headers: signed(new TextDecoder().decode(bytes), SECRET) })).toMatch(/does not fit/)
  })

  test('does not have the time in it', () => {
    const headers = { ...signed(`${SECONDS}.${BODY}`, SECRET) }
    expect(problem({ headers })).toMatch(/does not fit/)
  })

  test.each<[string, (hex: string) => string]>([
    ['blanks around it', (hex) => `  ${hex}\t`],
    ['capitals', (hex) => hex.toUpperCase()],
    ['its algorithm before it', (hex) => `sha256=${hex}`],
    ['both', (hex) => ` SHA256=${hex.toUpperCase()} `],
  ])('may have %s', (_what, write) => {
    expect(problem({ headers: { ...signed(BODY, SECRET), 'x-kpn-webhook-signature': write(sign(BODY, SECRET)) } })).toBeNull()
  })

  test.each<[string, string]>([
    ['missing', ''],
    ['blank', '   '],
    ['a word', 'forged'],
    ['too short', sign(BODY, SECRET).slice(0, 62)],
    ['too long', `${sign(BODY, SECRET)}00`],
    ['not hexadecimal', sign(BODY, SECRET).replace(/^./, 'g')],
    ['in base64', Buffer.from(sign(BODY, SECRET), 'hex').toString('base64')],
    ['two of them', `${sign(BODY, SECRET)}, ${sign(BODY, SECRET)}`],
    ['by another algorithm', `sha1=${sign(BODY, SECRET)}`],
    ['by another key', sign(BODY, OTHER)],
    ['of another body', sign(`${BODY} `, SECRET)],
    ['of nothing', sign('', SECRET)],
  ])('%s is not KPN’s', (_what, signature) => {
    const headers = { ...signed(BODY, SECRET), 'x-kpn-webhook-signature': signature }
    expect(problem({ headers })).toMatch(/^The signature .*\.$/)
  })

  test('missing altogether is not KPN’s, and neither secret nor signature is said', () => {
    expect(problem({ headers: {} })).toMatch(/^The signature is missing/)
    const said = problem({ headers: signed(BODY, OTHER) })
    for (const secret of [SECRET, sign(BODY, SECRET), sign(BODY, OTHER)]) expect(said).not.toContain(secret)
  })
})

describe('the time', () => {
  test.each([
    [0, true],
    [300_000, true],
    [-300_000, true],
    [300_001, false],
    [-300_001, false],
    [86_400_000, false],
  ])('%i ms after the timestamp is in the window: %o', (ms, inTime) => {
    const said = problem({ now: NOW + ms })
    if (inTime) expect(said).toBeNull()
    else expect(said).toMatch(/five minutes.*clock/)
  })

  test.each(['', ' ', 'now', '-1', '1e9', '1.5', String(NOW), `${SECONDS}, ${SECONDS}`, '9'.repeat(40), new Date(NOW).toISOString()])(
    '“%s” is no time',
    (seconds) => {
      expect(problem({ headers: signed(BODY, SECRET, seconds) })).toMatch(/time|clock/)
    },
  )

  test('missing is not KPN’s; with blanks around it is', () => {
    expect(problem({ headers: { 'x-kpn-webhook-signature': sign(BODY, SECRET) } })).toMatch(/time .* missing/)
    expect(problem({ headers: signed(BODY, SECRET, ` ${SECONDS} `) })).toBeNull()
  })
})

describe('two keys, while KPN replaces one', () => {
  test.each([`${SECRET},${OTHER}`, `${OTHER}, ${SECRET}`, `${SECRET}\n${OTHER}`, `${SECRET}\r\n${OTHER}\r\n`])(
    'in %o are both valid',
    (secret) => {
      expect(problem({ secret, headers: signed(BODY, SECRET) })).toBeNull()
      expect(problem({ secret, headers: signed(BODY, OTHER) })).toBeNull()
      expect(problem({ secret, headers: signed(BODY, secret) })).toMatch(/does not fit/)
      expect(problem({ secret, headers: signed(BODY, `${SECRET}x`) })).toMatch(/does not fit/)
    },
  )

  test.each(['a,b', 'short,hook-key-two-9876543210', 'correct horse, battery staple'])(
    'a key with a comma in it (%s) stays one',
    (secret) => {
      expect(problem({ secret, headers: signed(BODY, secret) })).toBeNull()
      for (const piece of secret.split(',')) expect(problem({ secret, headers: signed(BODY, piece.trim()) })).toMatch(/does not fit/)
    },
  )

  test.each([',', ' , ', ',,,'])('%o is a key like any other: nothing gets past it unsigned', (secret) => {
    expect(problem({ secret, headers: signed(BODY, '') })).toMatch(/does not fit/)
    expect(problem({ secret, headers: {} })).toMatch(/missing/)
  })
})

test('no request of any shape throws, and none passes without the signature of its bytes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f]{64}$/)),
      fc.oneof(fc.string(), fc.constant(SECONDS)),
      fc.string({ minLength: 1 }),
      (bytes, signature, seconds, secret) => {
        const headers = { 'x-kpn-webhook-signature': signature, 'x-kpn-webhook-timestamp': seconds }
        const said = problem({ body: bytes, headers, secret })
        expect(said === null).toBe(secret.trim() === '')
        expect(problem({ body: bytes, headers: signed(bytes, SECRET) })).toBeNull()
      },
    ),
    { numRuns: 1_000 },
  )
})
