import { describe, expect, test } from 'vitest'
import { accountField, providerDescriptor } from '../../src/shared/providers/descriptor.ts'
import { createKpnAdapter } from '../../src/main/providers/kpn/index.ts'
import type { ScriptedAnswer } from '../support/scripted-server.ts'
import { CLIENT_ID, CLIENT_SECRET, json, NUMBER, openKpnDesk, TEXT, TOKEN, tokenAnswer, TOKEN_PATH } from './kpn-desk.ts'

const adapter = createKpnAdapter()
const SEND = 'https://api-prd.kpn.com/messaging/sms-kpn/v1/send'
const ACCESS = 'https://api-prd.kpn.com/oauth/client_credential/accesstoken'

describe('the account form', () => {
  test('asks for product, sender and two addresses, and keeps three secrets', () => {
    const { configFields, secretFields, id, name } = adapter.descriptor
    expect([id, name]).toEqual(['kpn', 'KPN'])
    expect(
      configFields.map(({ key, kind, required, defaultValue, advanced }) => ({ key, kind, required, defaultValue, advanced })),
    ).toEqual([
      { key: 'product', kind: 'choice', required: false, defaultValue: 'classic', advanced: undefined },
      { key: 'sender', kind: 'sender', required: false, defaultValue: 'KPN', advanced: undefined },
      { key: 'baseUrl', kind: 'url', required: false, defaultValue: undefined, advanced: true },
      { key: 'tokenUrl', kind: 'url', required: false, defaultValue: ACCESS, advanced: true },
    ])
    expect(configFields[0]?.options?.map(({ value }) => value)).toEqual(['classic', 'current'])
    expect(secretFields.map(({ key, required }) => ({ key, required }))).toEqual([
      { key: 'clientId', required: true },
      { key: 'clientSecret', required: true },
      { key: 'webhookSecret', required: false },
    ])
  })

  test('is a descriptor as the contract has it, and says what an empty webhook secret means', () => {
    expect(providerDescriptor.parse(adapter.descriptor)).toEqual(adapter.descriptor)
    for (const field of adapter.descriptor.secretFields) expect(accountField.parse(field)).toEqual(field)
    expect(adapter.descriptor.secretFields[2]?.help).toContain('Without it nothing is checked')
  })

  test.each(['', '  ', 'KPN', 'Demo App', 'a', '12345678901', 'Elevenchars', ' Bistro '])('takes the sender “%s”', (sender) => {
    expect(adapter.checkConfig({ sender })).toEqual({})
  })

  test.each(['Twelve chars', 'Åsa', 'A&B', 'A-B', '+31612345678', 'Tab\there', 'Line\nfeed', 'No\u00A0break', '€'])(
    'refuses the sender “%s” with a sentence',
    (sender) => {
      expect(adapter.checkConfig({ sender })).toEqual({ sender: expect.stringMatching(/^[A-Z].*\.$/) })
    },
  )

  test.each([
    ['', ''],
    [SEND, ACCESS],
    ['https://api-prd.kpn.com', `${ACCESS}?grant_type=client_credentials`],
    ['http://127.0.0.1:8080', 'http://localhost:1/x?realm=y'],
    ['http://[::1]:9/x/', 'https://proxy.example.com:8443/token'],
  ])('takes the addresses “%s” and “%s”', (baseUrl, tokenUrl) => {
    expect(adapter.checkConfig({ baseUrl, tokenUrl })).toEqual({})
    expect(adapter.warnConfig?.({ baseUrl, tokenUrl }) ?? {}).toEqual({})
  })

  test.each([
    'api-prd.kpn.com',
    'http://api-prd.kpn.com/x',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'ftp://127.0.0.1/',
    'https://user:pass@api-prd.kpn.com/',
    'https://api-prd.kpn.com/#x',
    'javascript:alert(1)',
    'https://',
  ])('refuses the address “%s” for either with a sentence', (address) => {
    const sentence = expect.stringMatching(/^[A-Z].{20,}/)
    expect(adapter.checkConfig({ baseUrl: address, tokenUrl: address })).toEqual({ baseUrl: sentence, tokenUrl: sentence })
  })

  test.each([`${SEND}?x=1`])('refuses “%s” for texts', (baseUrl) => {
    expect(adapter.checkConfig({ baseUrl })).toEqual({ baseUrl: expect.stringMatching(/\.$/) })
  })

  test.each([
    `${ACCESS}?client_id=x`,
    `${ACCESS}?grant_type=client_credentials&client_secret=x`,
    `${ACCESS}?CLIENTSECRET=x`,
    `${ACCESS}?grant_type=password`,
    `${ACCESS}?grant_type=client_credentials&grant_type=password`,
  ])('refuses “%s” for access', (tokenUrl) => {
    expect(adapter.checkConfig({ tokenUrl })).toEqual({ tokenUrl: expect.stringMatching(/\.$/) })
  })

  test('knows two products', () => {
    expect(adapter.checkConfig({ product: 'classic' })).toEqual({})
    expect(adapter.checkConfig({ product: 'current' })).toEqual({})
    expect(adapter.checkConfig({ product: 'other' })).toEqual({ product: expect.stringMatching(/\.$/) })
  })
})

describe('what an account can do', () => {
  test('depends on the product', () => {
    const classic = adapter.capabilitiesOf?.({})
    const current = adapter.capabilitiesOf?.({ product: 'current' })
    expect(classic).toEqual(adapter.descriptor.capabilities)
    expect(classic).toMatchObject({ receiptsByHook: false, inbound: false, batchSize: 1, statusQuery: false, freeConnectionTest: true })
    expect(current).toMatchObject({ receiptsByHook: true, inbound: true, batchSize: 200, statusQuery: false, recipients: null })
    expect(classic?.recipients).toMatch(/Dutch.*\.$/)
    expect(classic?.text).toMatchObject({
      maxUnits: 1_000,
      maxParts: null,
      partsNote: expect.stringContaining('does not say how it charges'),
    })
    expect(current?.text).toMatchObject({ maxUnits: 1_000, maxParts: null, partsNote: expect.stringMatching(/\.$/) })
    expect(adapter.queryStatus).toBeNull()
  })
})

describe('a text, before it is queued', () => {
  test.each([
    '+31612345678',
    '+31623456789',
    '+31634567890',
    '+31645678901',
    '+31656789012',
    '+31667890123',
    '+31689012345',
    '+3197000000001',
  ])('to %s is taken by the classic product', (to) => {
    expect(adapter.checkMessage({ to, text: TEXT }, {})).toBeNull()
  })

  test.each(['+31601234567', '+31671234567', '+31691234567'])('to %s is refused by the classic product, with its range', (to) => {
    expect(adapter.checkMessage({ to, text: TEXT }, { product: 'classic' })).toMatchObject({
      code: 'recipient_invalid',
      message: expect.stringContaining(`06${to[4]}`),
    })
  })

  test.each([
    '+46701740605',
    '+12025550143',
    '+32470123456',
    '+31201234567',
    '+31881234567',
    '+316123456',
    '+316123456789',
    '+3131612345678',
  ])('to %s is refused by the classic product, with the way out', (to) => {
    expect(adapter.checkMessage({ to, text: TEXT }, {})).toMatchObject({
      code: 'recipient_invalid',
      message: expect.stringMatching(/Dutch mobile numbers.*another account.*\.$/),
    })
  })

  test('goes to everybody with the current product', () => {
    for (const to of ['+46701740605', '+12025550143', '+31601234567', NUMBER]) {
      expect(adapter.checkMessage({ to, text: TEXT }, { product: 'current' })).toBeNull()
    }
  })

  test.each(['classic', 'current'])('has 1 to 1,000 UTF-16 units with the %s product', (product) => {
    for (const text of ['x', 'a'.repeat(1_000), '😀'.repeat(500)])
      expect(adapter.checkMessage({ to: NUMBER, text }, { product })).toBeNull()
    for (const text of ['a'.repeat(1_001), '😀'.repeat(501)]) {
      const problem = adapter.checkMessage({ to: NUMBER, text }, { product })
      expect(problem).toMatchObject({ code: 'text_too_long', message: expect.stringContaining(String(text.length)) })
    }
    for (const text of ['', ' ', '\n'])
      expect(adapter.checkMessage({ to: NUMBER, text }, { product })).toMatchObject({ code: 'text_empty' })
  })
})

describe('the connection test', () => {
  async function check(answer: ScriptedAnswer) {
    const desk = await openKpnDesk()
    desk.onToken(() => answer)
    const result = await desk.adapter.testConnection(desk.account, desk.context)
    expect(desk.tokens.map(({ method, url }) => [method, url])).toEqual([['POST', `${TOKEN_PATH}?grant_type=client_credentials`]])
    expect(desk.sends).toEqual([])
    for (const secret of [TOKEN, CLIENT_ID, CLIENT_SECRET]) expect(result.message).not.toContain(secret)
    return result
  }

  test('fetches a token, and is honest about what that proves', async () => {
    expect(await check(tokenAnswer())).toEqual({
      ok: true,
      code: 'ok',
      message:
        'KPN accepted client ID and client secret. That does not prove that the SMS product is switched on for your app, so send a text to yourself to be sure.',
    })
  })

  test.each<[string, ScriptedAnswer, string]>([
    ['401', json({ error: 'invalid_client' }, 401), 'account_credentials'],
    ['500 invalid_client', json({ error: 'invalid_client' }, 500), 'account_credentials'],
    ['403', { status: 403 }, 'account_not_allowed'],
    ['302', { status: 302, headers: { location: '/x' } }, 'account_address'],
    ['404', { status: 404 }, 'account_address'],
    ['429', { status: 429 }, 'rate_limited'],
    ['500', { status: 500 }, 'provider_error'],
    ['a page', { body: '<html></html>' }, 'answer_unreadable'],
    ['a hang-up', 'hang_up', 'reset'],
  ])('does not pass for %s, without a word about a text', async (_what, answer, code) => {
    expect(await check(answer)).toMatchObject({ ok: false, code, message: expect.stringMatching(/^(?!.*text)[A-Z].*\.$/) })
  })

  test('asks again even where a token is kept', async () => {
    const desk = await openKpnDesk()
    await desk.send()
    desk.onToken(() => ({ status: 401 }))
    expect(await desk.adapter.testConnection(desk.account, desk.context)).toMatchObject({ ok: false })
    expect(desk.tokens).toHaveLength(2)
  })

  test('needs keys and addresses that can be used', async () => {
    const desk = await openKpnDesk()
    const { account, context } = desk
    expect(await adapter.testConnection({ ...account, secrets: {} }, context)).toMatchObject({ ok: false, code: 'account_credentials' })
    const config = { ...account.config, tokenUrl: 'http://kpn.example.com/' }
    expect(await adapter.testConnection({ ...account, config }, context)).toMatchObject({ ok: false, code: 'account_address' })
    expect(desk.tokens).toEqual([])
  })
})
