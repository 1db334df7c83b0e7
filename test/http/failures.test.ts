import { expect, test } from 'vitest'
import { describeFailure } from '../../src/main/http/failures.ts'

function errorWith(code: string): Error {
  return Object.assign(new Error(code), { code })
}

const before = { written: false, secure: true }
const after = { written: true, secure: true }

test.each(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH'])('%s before the write means that this computer is offline', (code) => {
  expect(describeFailure(errorWith(code), before)).toMatchObject({ written: false, offline: true, code: 'offline' })
})

test.each(['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'ECONNRESET', 'EPIPE'])(
  '%s after the write says nothing about what the server has read',
  (code) => {
    expect(describeFailure(errorWith(code), after)).toMatchObject({ written: true, offline: false, code: 'reset' })
  },
)

test('an unknown name is the address’s fault, not the network’s', () => {
  expect(describeFailure(errorWith('ENOTFOUND'), before)).toMatchObject({ written: false, offline: false, code: 'dns' })
})

test('an unknown name on a computer without any network is what macOS and Windows say for offline', () => {
  expect(describeFailure(errorWith('ENOTFOUND'), { ...before, isolated: true })).toMatchObject({ offline: true, code: 'offline' })
  expect(describeFailure(errorWith('ENOTFOUND'), { ...after, isolated: true })).toMatchObject({ written: true, offline: false })
  expect(describeFailure(errorWith('ECONNREFUSED'), { ...before, isolated: true })).toMatchObject({ offline: false, code: 'refused' })
})

test.each([
  ['DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['CERT_HAS_EXPIRED'],
  ['ERR_TLS_CERT_ALTNAME_INVALID'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['ERR_SSL_WRONG_VERSION_NUMBER'],
  ['EPROTO'],
])('%s is a TLS failure', (code) => {
  expect(describeFailure(errorWith(code), before)).toMatchObject({ code: 'tls', written: false })
})

test('several addresses without a route mean offline; one that refuses means that there is a network', () => {
  const none = new AggregateError([errorWith('ENETUNREACH'), errorWith('EHOSTUNREACH')])
  const some = new AggregateError([errorWith('ENETUNREACH'), errorWith('ECONNREFUSED')])
  const slow = new AggregateError([errorWith('ENETUNREACH'), errorWith('ETIMEDOUT')])
  expect(describeFailure(none, before)).toMatchObject({ offline: true })
  expect(describeFailure(some, before)).toMatchObject({ offline: false, code: 'refused' })
  expect(describeFailure(slow, before)).toMatchObject({ offline: false, code: 'connect_timeout' })
})

test.each([undefined, null, 'text', 7, new Error('no code')])('%s is still a failure with a sentence', (error) => {
  expect(describeFailure(error, after)).toMatchObject({ kind: 'failure', written: true, offline: false, code: 'other' })
  expect(describeFailure(error, before).message).toMatch(/^[A-Z].*\.$/)
})

test.each([
  ['CERT_HAS_EXPIRED', 'expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrong_name'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
] as const)('%s says what is wrong with the certificate', (code, certificate) => {
  expect(describeFailure(errorWith(code), before)).toMatchObject({ code: 'tls', certificate })
  expect(describeFailure(errorWith('EPROTO'), before)).not.toHaveProperty('certificate')
})
