import { describe, expect, test } from 'vitest'
import { providerDescriptor } from '../../src/shared/providers/descriptor.ts'
import { ACCEPTED, json, NUMBER, okRoute, openOkRouteDesk, readHook } from './okroute-desk.ts'

const ADDRESS = 'https://sms.example:8002/api'
const VALID = { baseUrl: ADDRESS, ani: 'Bistro' }

describe('the account form', () => {
  test('asks for address and sender, keeps the rest folded away, and takes user name and password as secrets', () => {
    const { configFields, secretFields } = okRoute.descriptor
    expect(providerDescriptor.parse(okRoute.descriptor)).toEqual(okRoute.descriptor)
    expect(configFields.map(({ key, required, defaultValue, kind, advanced }) => [key, required, defaultValue, kind, advanced])).toEqual([
      ['baseUrl', true, undefined, 'url', undefined],
      ['ani', true, undefined, 'sender', undefined],
      ['longMessageMode', false, 'split', 'choice', true],
      ['serviceType', false, undefined, 'text', true],
      ['method', false, 'post-json', 'choice', true],
    ])
    expect(configFields.flatMap(({ options }) => options?.map(({ value }) => value) ?? [])).toEqual([
      'split',
      'split_sar',
      'single_id_split',
      'payload',
      'split_or_payload',
      'cut',
      'post-json',
      'post-query',
      'get',
    ])
    expect(secretFields.map(({ key, required }) => [key, required])).toEqual([
      ['username', true],
      ['password', true],
    ])
    expect(okRoute.secretFieldNames).toEqual(['username', 'password'])
  })

  test('takes what it offers and the example address', () => {
    expect(okRoute.checkConfig(VALID)).toEqual({})
    for (const { key, options } of okRoute.descriptor.configFields) {
      for (const { value } of options ?? []) expect(okRoute.checkConfig({ ...VALID, [key]: value })).toEqual({})
    }
  })

  test.each([['method'], ['longMessageMode']])('refuses a value of “%s” that is not offered', (key) => {
    expect(okRoute.checkConfig({ ...VALID, [key]: 'by_pigeon' })).toEqual({ [key]: expect.stringMatching(/^[A-Z].*\.$/) })
  })

  test.each(['Bistro', 'A', 'Elevenchars', 'Åsa & Co', '7Eleven', '46701740600', '+46701740600', '123456789012345'])(
    'takes the sender “%s” without a word',
    (ani) => {
      expect(okRoute.checkConfig({ ...VALID, ani })).toEqual({})
      expect(okRoute.warnConfig?.({ ...VALID, ani })).toEqual({})
    },
  )

  test.each([
    ['Twelve chars', 'at most 11 characters'],
    ['€€€€€AB', 'at most 11 characters'],
    ['a'.repeat(32), 'at most 11 characters'],
    ['1234567890123456', 'at most 15 digits'],
    ['1'.repeat(32), 'at most 15 digits'],
  ])('takes the sender “%s”, but says that networks carry %s', (ani, words) => {
    expect(okRoute.checkConfig({ ...VALID, ani })).toEqual({})
    expect(okRoute.warnConfig?.({ ...VALID, ani })).toEqual({ ani: expect.stringContaining(words) })
  })

  test.each(['', '   ', 'a'.repeat(33), '1'.repeat(33), '12-34', '&&&', 'Café†', 'Bistro😀', 'Tab\there', 'Line\nfeed'])(
    'refuses the sender “%s” with a sentence',
    (ani) => {
      expect(okRoute.checkConfig({ ...VALID, ani })).toEqual({ ani: expect.stringMatching(/^[A-Z].*\.$/) })
      expect(okRoute.warnConfig?.({ ...VALID, ani })).toEqual({})
    },
  )

  test.each(['', ' ', 'OTP', 'ABCDEF', 'ååå'])('takes the service type “%s”', (serviceType) => {
    expect(okRoute.checkConfig({ ...VALID, serviceType })).toEqual({})
  })

  test.each(['ABCDEFG', 'åååå', 'a\u0007'])('refuses the service type “%s”: six bytes are what the platform takes', (serviceType) => {
    expect(okRoute.checkConfig({ ...VALID, serviceType })).toEqual({ serviceType: expect.stringMatching(/^[TA].*\.$/) })
  })

  test.each(['post-query', 'get'])('says what is unwise about “%s”', (method) => {
    expect(okRoute.warnConfig?.({ ...VALID, method })).toEqual({ method: expect.stringContaining('web address') })
  })

  test('the sender that recipients see is the one in the form', () => {
    expect(okRoute.senderOf({ ani: ' Bistro ' })).toBe('Bistro')
  })
})

describe('the address', () => {
  test.each([
    ['', '/api'],
    ['/', '/'],
    ['/api', '/api'],
    ['/api/', '/api/'],
    ['/api?', '/api'],
    ['?', '/api'],
    ['/sms/v2', '/sms/v2'],
  ])('that ends in “%s” is sent to at %s', async (path, sentTo) => {
    const desk = await openOkRouteDesk()
    await desk.send(json(ACCEPTED), { config: { baseUrl: ` ${desk.server.address}${path} ` } })
    await desk.send(json(ACCEPTED), { config: { baseUrl: `${desk.server.address}${path}`, method: 'get' } })
    expect(desk.server.seen.map(({ url }) => url.split('?')[0])).toEqual([sentTo, sentTo])
    expect(desk.server.seen[1]?.url).toMatch(/^[^?]*\?username=[^?]*$/)
  })

  test.each(['sms.example:8002', 'sms.example:8002/api', 'localhost:8002/api', '192.0.2.7:8002', 'sms.example', 'https://192.0.2.7'])(
    '“%s” is taken, over https',
    (baseUrl) => {
      expect(okRoute.checkConfig({ ...VALID, baseUrl })).toEqual({})
      expect(okRoute.warnConfig?.({ ...VALID, baseUrl })).toEqual({})
    },
  )

  test.each(['http://sms.example:8001/api', 'http://192.0.2.7:8001', 'http://127.0.0.1.example.com/', 'http://localhost.example.com/'])(
    '“%s” is taken, with a word about what can be read on the way',
    (baseUrl) => {
      expect(okRoute.checkConfig({ ...VALID, baseUrl })).toEqual({})
      expect(okRoute.warnConfig?.({ ...VALID, baseUrl })).toEqual({ baseUrl: expect.stringContaining('can be read on the way') })
    },
  )

  test.each(['http://127.0.0.1:8001/api', 'http://localhost:8001', 'http://[::1]:9/x/'])(
    '“%s” is this computer, so nobody reads along',
    (baseUrl) => {
      expect(okRoute.checkConfig({ ...VALID, baseUrl })).toEqual({})
      expect(okRoute.warnConfig?.({ ...VALID, baseUrl })).toEqual({})
    },
  )

  test.each([
    '',
    'hello',
    'ftp://sms.example/',
    'javascript:alert(1)',
    'https://',
    'https://user:pass@sms.example:8002/api',
    'https://sms.example:8002/api?username=u&password=p',
    'https://sms.example:8002/api#x',
    'sms.example:8002/api?username=u',
  ])('“%s” is refused with a sentence that does not repeat it', (baseUrl) => {
    const problems = okRoute.checkConfig({ ...VALID, baseUrl })
    expect(problems).toEqual({ baseUrl: expect.stringMatching(/^[A-Z].{20,}/) })
    expect(problems['baseUrl']).not.toMatch(/user:pass|username=/)
  })
})

describe('what an account can do', () => {
  test('is the same in most modes: parts as usual, a hundred numbers in a call, reports, replies, questions and a free test', () => {
    const { capabilities } = okRoute.descriptor
    expect(capabilities).toMatchObject({
      text: { maxUnits: null, maxParts: null, partsNote: null },
      receiptsByHook: true,
      statusQuery: true,
      inbound: true,
      batchSize: 100,
      freeConnectionTest: true,
    })
    for (const longMessageMode of [undefined, 'split', 'split_sar', 'single_id_split']) {
      expect(okRoute.capabilitiesOf?.(longMessageMode === undefined ? {} : { longMessageMode })).toEqual(capabilities)
    }
  })

  test.each([
    ['payload', 100, null, 'is handed on whole'],
    ['split_or_payload', 1, null, 'OKRoute decides'],
    ['cut', 100, 1, null],
  ])('with “%s”: %i numbers, parts %o, note %o', (longMessageMode, batchSize, maxParts, note) => {
    const capabilities = okRoute.capabilitiesOf?.({ longMessageMode })
    expect(capabilities).toMatchObject({ batchSize, text: { maxUnits: null, maxParts } })
    expect(capabilities?.text.partsNote ?? null).toEqual(note === null ? null : expect.stringContaining(note))
  })
})

describe('a text, before it is queued', () => {
  test.each(['split', 'split_sar', 'single_id_split', 'payload', 'split_or_payload'])(
    'of any length is taken with “%s”',
    (longMessageMode) => {
      for (const text of ['a', 'a'.repeat(5_000), '😀'.repeat(2_500)]) {
        expect(okRoute.checkMessage({ to: NUMBER, text }, { ...VALID, longMessageMode })).toBeNull()
      }
    },
  )

  test.each(['', ' ', '\n\n', '\u00A0'])('that is blank is refused', (text) => {
    for (const longMessageMode of ['split', 'cut']) {
      expect(okRoute.checkMessage({ to: NUMBER, text }, { ...VALID, longMessageMode })).toMatchObject({ code: 'text_empty' })
    }
  })

  test.each([
    ['a'.repeat(160), null],
    ['中'.repeat(70), null],
    ['a'.repeat(161), 'takes 161 of 160 characters.*by 1,'],
    ['a'.repeat(158) + '€€', 'takes 162 of 160 characters.*by 2,'],
    ['中'.repeat(73), 'takes 73 of 70 characters.*by 3,'],
  ])('that would be cut is refused with “cut”, with the count', (text, words) => {
    const problem = okRoute.checkMessage({ to: NUMBER, text }, { ...VALID, longMessageMode: 'cut' })
    expect(problem).toEqual(words === null ? null : { code: 'text_too_long', message: expect.stringMatching(new RegExp(words)) })
  })

  test('that makes too long an address is refused with “get” only', () => {
    for (const [text, fits] of [
      ['中'.repeat(750), true],
      ['中'.repeat(850), false],
      ['a'.repeat(5_000), true],
      [' '.repeat(2_600) + 'a', false],
    ] as const) {
      expect(okRoute.checkMessage({ to: NUMBER, text }, VALID)).toBeNull()
      expect(okRoute.checkMessage({ to: NUMBER, text }, { ...VALID, method: 'post-query' })).toBeNull()
      const problem = okRoute.checkMessage({ to: NUMBER, text }, { ...VALID, method: 'get' })
      expect(problem?.code ?? null).toBe(fits ? null : 'text_too_long')
    }
  })

  test('is checked without a stumble where the address cannot be used', () => {
    expect(okRoute.checkMessage({ to: NUMBER, text: 'a' }, { method: 'get', baseUrl: 'nonsense' })).toBeNull()
  })
})

describe('the addresses to hand over', () => {
  const [reports, texts] = okRoute.descriptor.hookAddresses

  /** What an operator’s system does. */
  function fill(template: string, values: Record<string, string>): string {
    return template
      .slice(1)
      .replaceAll(/\$(\w+)\$/g, (mark, name: string) => (name in values ? encodeURIComponent(values[name] ?? '') : mark))
  }

  test('are two, for reports and for texts', () => {
    expect(okRoute.descriptor.hookAddresses.map(({ label }) => label)).toEqual(['Delivery reports', 'Texts from customers'])
    expect(reports?.suffix).toBe(
      '?id=$app_msg_id$&status=$delivery_status$&to=$dnis$&from=$ani$&time=$delivery_time$&desc=$dlvrResultCodeDescr$',
    )
  })

  test('bring a report that can be read once the marks are filled in', () => {
    const query = fill(reports?.suffix ?? '', {
      app_msg_id: 'alss-1',
      delivery_status: 'UNDELIV',
      dnis: '12025550143',
      ani: 'Bistro',
      delivery_time: '250303140519',
      dlvrResultCodeDescr: 'Absent & unknown subscriber',
    })
    expect(readHook({ query })).toEqual({
      kind: 'read',
      receipts: [{ ref: 'alss-1', status: 'undelivered', rawStatus: 'UNDELIV', detail: 'Absent & unknown subscriber', to: '12025550143' }],
      inbound: [],
    })
  })

  test('bring a text that can be read once the marks are filled in, all of them or only the needed ones', () => {
    const needed = { ani: '12025550143', dnis: '12025550100', message: 'YES & no + “1”', message_id: 'alss-99' }
    const all = { ...needed, delivery_status: 'MO', delivery_time: '250303140600', udh: '' }
    for (const values of [needed, all]) {
      expect(readHook({ query: fill(texts?.suffix ?? '', values) })).toEqual({
        kind: 'read',
        receipts: [],
        inbound: [{ key: 'alss-99', from: '12025550143', to: '12025550100', text: 'YES & no + “1”' }],
      })
    }
  })

  test('unfilled say so', () => {
    for (const template of [reports, texts]) {
      expect(readHook({ query: template?.suffix.slice(1) ?? '' })).toEqual({
        kind: 'unreadable',
        detail: expect.stringContaining('dollar signs'),
      })
    }
  })
})
