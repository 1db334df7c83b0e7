import { describe, expect, test } from 'vitest'
import { providerDescriptor } from '../../src/shared/providers/descriptor.ts'
import { karixAdapter, NUMBER, openKarixDesk } from './karix-desk.ts'

const DOCUMENTED = 'https://japi.instaalerts.zone/httpapi/JsonReceiver'
const { descriptor } = karixAdapter

function problems(config: Record<string, string>): Record<string, string> {
  return karixAdapter.checkConfig({ sender: 'BISTRO', ...config })
}

describe('the account form', () => {
  test('asks for these settings, with these defaults, and the key as a secret', () => {
    expect(providerDescriptor.parse(descriptor)).toEqual(descriptor)
    expect([descriptor.id, descriptor.name]).toEqual(['karix', 'Karix'])
    const rows = descriptor.configFields.map(({ key, kind, required, defaultValue }) => [key, kind, required, defaultValue])
    expect(rows.sort()).toEqual([
      ['baseUrl', 'url', false, DOCUMENTED],
      ['blockoutFrom', 'time', false, '21:00'],
      ['blockoutTo', 'time', false, '10:00'],
      ['dltEntityId', 'text', false, undefined],
      ['dltTemplateId', 'text', false, undefined],
      ['promotional', 'choice', false, 'no'],
      ['sender', 'sender', true, undefined],
      ['typeCodes', 'choice', false, 'plain-unicode'],
      ['urlTrack', 'choice', false, 'no'],
    ])
    expect(descriptor.secretFields.map(({ key, required }) => ({ key, required }))).toEqual([{ key: 'key', required: true }])
    expect(karixAdapter.secretFieldNames).toEqual(['key'])
  })

  test('takes every option and default of its own', () => {
    const values = descriptor.configFields
      .filter(({ key }) => key !== 'sender')
      .flatMap(({ key, options = [], defaultValue = '', placeholder = '' }) =>
        [...options.map(({ value }) => value), defaultValue, placeholder].map((value) => ({ [key]: value })),
      )
    expect(values.length).toBeGreaterThan(20)
    for (const value of values) expect(problems(value)).toEqual({})
  })

  test.each(['BISTRO', 'A', '123456', 'Fifteen-letters', '919000000001', 'Salong 7'])('takes the sender “%s”', (sender) => {
    expect(karixAdapter.checkConfig({ sender })).toEqual({})
    expect(karixAdapter.senderOf({ sender: ` ${sender} ` })).toBe(sender)
  })

  test.each(['', '   ', 'Sixteen-letters!', 'Café', 'BISTRO😀', 'Tab\there', 'नमस्ते'])(
    'refuses the sender “%s” with a sentence',
    (sender) => {
      expect(karixAdapter.checkConfig({ sender })).toEqual({ sender: expect.stringMatching(/^[A-Z].*\.$/) })
    },
  )

  test.each([
    '',
    DOCUMENTED,
    'https://pod1-japi.instaalerts.zone/httpapi/JsonReceiver',
    ' https://sms.example.com:8443/x?pod=1 ',
    'http://127.0.0.1:8080/httpapi/JsonReceiver',
    'http://localhost/x',
    'http://[::1]:9/',
  ])('takes the address “%s”', (baseUrl) => {
    expect(problems({ baseUrl })).toEqual({})
  })

  test.each([
    'japi.instaalerts.zone/httpapi/JsonReceiver',
    'http://japi.instaalerts.zone/httpapi/JsonReceiver',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'ftp://127.0.0.1/',
    'https://user:pass@japi.instaalerts.zone/httpapi/JsonReceiver',
    'https://japi.instaalerts.zone/httpapi/QueryStringReceiver?ver=1.0&KEY=secret&dest=1',
    'javascript:alert(1)',
    'https://',
  ])('refuses the address “%s” with a sentence, since key and text are in the request', (baseUrl) => {
    expect(problems({ baseUrl })).toEqual({ baseUrl: expect.stringMatching(/^[A-Z].{20,}/) })
  })

  test.each([
    ['typeCodes', ['plain-unicode', 'PLAIN', 'plain/unicode', 'PM', 'pm/UC', 'pm-uc', '']],
    ['urlTrack', ['yes', 'no', '1', '0', 'true', 'False', '']],
    ['promotional', ['yes', 'no', '1', '0', 'true', 'False', '']],
    ['blockoutFrom', ['00:00', '23:59', '09:05', '']],
    ['blockoutTo', ['00:00', '23:59', '09:05', '']],
    ['dltEntityId', ['1101000000000012345', ' 1 ', '']],
    ['dltTemplateId', ['1107000000000067890', '']],
  ])('takes for %s any of %j', (key, values) => {
    for (const value of values) expect(problems({ [key]: value })).toEqual({})
  })

  test.each([
    ['typeCodes', ['UTF-8', 'plain+unicode', '__proto__', 'constructor']],
    ['urlTrack', ['maybe', '2']],
    ['promotional', ['on', 'ja']],
    ['blockoutFrom', ['9:00', '24:00', '21:60', '21', '21:00:00', '9 pm']],
    ['blockoutTo', ['9:00', '24:00', '-1:00', 'x']],
    ['dltEntityId', ['ABC', '11 01', '1'.repeat(31)]],
    ['dltTemplateId', ['1107-0000', '११०७']],
  ])('refuses for %s each of %j with a sentence', (key, values) => {
    for (const value of values) expect(problems({ [key]: value })).toEqual({ [key]: expect.stringMatching(/^[A-Z].*\.$/) })
  })

  test('warns where Indian networks would drop texts, or Karix refuse them at night', () => {
    const ids = { dltEntityId: '1101000000000012345', dltTemplateId: '1107000000000067890' }
    expect(Object.keys(karixAdapter.warnConfig?.({}) ?? {})).toEqual(['dltEntityId', 'dltTemplateId'])
    expect(karixAdapter.warnConfig?.(ids)).toEqual({})
    expect(Object.keys(karixAdapter.warnConfig?.({ ...ids, promotional: 'yes', blockoutFrom: '10:00' }) ?? {})).toEqual(['blockoutTo'])
    expect(karixAdapter.warnConfig?.({ ...ids, promotional: 'no', blockoutFrom: '10:00' })).toEqual({})
  })
})

describe('a text, before it is queued', () => {
  test.each([['a'.repeat(800)], ['ह'.repeat(800)], ['😀'.repeat(400)], ['x']])('of up to 800 UTF-16 units is taken', (text) => {
    expect(karixAdapter.checkMessage({ to: NUMBER, text }, {})).toBeNull()
  })

  test.each([
    ['a'.repeat(801), '801'],
    ['😀'.repeat(401), '802'],
  ])('that is longer is refused, with its length and the limit', (text, length) => {
    const problem = karixAdapter.checkMessage({ to: NUMBER, text }, {})
    expect(problem?.code).toBe('text_too_long')
    expect(problem?.message).toContain(`has ${length} characters; Karix takes at most 800`)
  })

  test.each(['', ' ', '\n\n'])('that is blank is refused', (text) => {
    expect(karixAdapter.checkMessage({ to: NUMBER, text }, {})).toMatchObject({ code: 'text_empty' })
  })

  test('to any country is taken', () => {
    for (const to of ['+46701740605', '+12025550143', '+31612345678']) {
      expect(karixAdapter.checkMessage({ to, text: 'Hello' }, {})).toBeNull()
    }
  })
})

describe('what an account can do', () => {
  test('is the same but for tracked links, which change the text', () => {
    const { capabilities } = descriptor
    expect(karixAdapter.capabilitiesOf?.({})).toEqual(capabilities)
    expect(capabilities.text).toEqual({ maxUnits: 800, maxParts: null, partsNote: null })
    expect(karixAdapter.capabilitiesOf?.({ urlTrack: 'yes' })).toEqual({
      ...capabilities,
      text: { ...capabilities.text, partsNote: expect.stringContaining('link') },
    })
  })

  test('is neither asking what became of a text nor a free test, and the test says so without a call', async () => {
    const { statusQuery, freeConnectionTest, inbound, receiptsByHook } = descriptor.capabilities
    expect([statusQuery, freeConnectionTest, inbound, receiptsByHook]).toEqual([false, false, false, true])
    expect(karixAdapter.queryStatus).toBeNull()
    const desk = await openKarixDesk()
    expect(await karixAdapter.testConnection(desk.account, desk.context)).toEqual({
      ok: false,
      code: 'no_free_test',
      message: 'Karix has no way to check the settings without sending. Send a text to yourself.',
    })
    expect(desk.server.seen).toEqual([])
  })
})
