import { describe, expect, test } from 'vitest'
import { ACCEPTED, json, konnect, NUMBER, openKonnectDesk } from './konnect-desk.ts'

const FROM = { from: '12025550100' }

describe('the account form', () => {
  test('asks for what the document names, with secrets as secrets', () => {
    const { id, name, configFields, secretFields } = konnect.descriptor
    expect([id, name]).toEqual(['konnect', 'Kirusa Konnect'])
    expect(configFields.map(({ key, required, defaultValue }) => ({ key, required, defaultValue }))).toEqual([
      { key: 'from', required: true, defaultValue: undefined },
      { key: 'senderMask', required: false, defaultValue: undefined },
      { key: 'callerId', required: false, defaultValue: undefined },
      { key: 'callbackUrl', required: false, defaultValue: undefined },
      { key: 'baseUrl', required: false, defaultValue: 'https://konnect.kirusa.com' },
    ])
    expect(secretFields.map(({ key, required }) => ({ key, required }))).toEqual([
      { key: 'accountId', required: true },
      { key: 'apiToken', required: true },
    ])
  })

  test('an empty one lacks nothing but the number', () => {
    expect(konnect.checkConfig({})).toEqual({ from: 'Enter the SnapCall number or short code to send from.' })
    expect(konnect.checkConfig(FROM)).toEqual({})
    expect(konnect.checkConfig({ ...FROM, senderMask: ' ', callerId: '', callbackUrl: ' ', baseUrl: '' })).toEqual({})
  })

  test.each(['123', '54321', '012', '12025550100', '+12025550100', '+1 (202) 555-0100', '0012025550100', '123456789012345'])(
    'takes the number “%s”',
    (number) => {
      expect(konnect.checkConfig({ from: number })).toEqual({})
      expect(konnect.checkConfig({ ...FROM, callerId: number })).toEqual({})
    },
  )

  test.each(['12', '1234567890123456', 'Bistro', '1202555O100', '0701740605', '+', '12+34', '1202,555', '１２３４５'])(
    'refuses the number “%s” with a sentence',
    (number) => {
      expect(konnect.checkConfig({ from: number })).toEqual({ from: expect.stringMatching(/^[A-Z].*\.$/) })
      expect(konnect.checkConfig({ ...FROM, callerId: number })).toEqual({ callerId: expect.stringMatching(/^[A-Z].*\.$/) })
    },
  )

  test.each(['Bistro', 'A', 'Elevenchars', '7Eleven', 'Åsa & Co'])('takes the sender name “%s”', (senderMask) => {
    expect(konnect.checkConfig({ ...FROM, senderMask })).toEqual({})
  })

  test.each(['Twelve chars', '12025550100', '+123', '&&&', 'Café†', 'Tab\there', '€€€€€AB'])(
    'refuses the sender name “%s” with a sentence',
    (senderMask) => {
      expect(konnect.checkConfig({ ...FROM, senderMask })).toEqual({ senderMask: expect.stringMatching(/^[A-Z].*\.$/) })
    },
  )

  test.each(['https://client.example/konnect/obd', 'http://127.0.0.1:8080/x?y=1'])('takes the callback URL “%s”', (callbackUrl) => {
    expect(konnect.checkConfig({ ...FROM, callbackUrl })).toEqual({})
  })

  test.each(['client.example/obd', 'ftp://client.example/', 'https://client.example/a b', 'x', 'javascript:alert(1)'])(
    'refuses the callback URL “%s”',
    (callbackUrl) => {
      expect(konnect.checkConfig({ ...FROM, callbackUrl })).toEqual({ callbackUrl: expect.stringMatching(/^[A-Z].*\.$/) })
    },
  )

  test.each([
    'konnect.kirusa.com',
    'http://konnect.kirusa.com/',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'ftp://127.0.0.1/',
    'https://user:pass@konnect.kirusa.com/',
    'https://konnect.kirusa.com/?api_token=x',
    'https://konnect.kirusa.com/#x',
    'https://konnect.kirusa.com/api/v1/Accounts/1/Messages',
    'https://konnect.kirusa.com/api_doc',
    'javascript:alert(1)',
    'https://',
  ])('refuses the address “%s” with a sentence', (baseUrl) => {
    expect(konnect.checkConfig({ ...FROM, baseUrl })).toEqual({ baseUrl: expect.stringMatching(/^[A-Z].{20,}/) })
  })

  test.each(['', 'https://konnect.kirusa.com', 'http://localhost/admin/api', 'http://[::1]:9/', 'https://proxy.example.com:8443/konnect/'])(
    'takes the address “%s”',
    (baseUrl) => {
      expect(konnect.checkConfig({ ...FROM, baseUrl })).toEqual({})
    },
  )

  test.each([
    ['', '/admin/api/'],
    ['/', '/admin/api/'],
    ['///', '/admin/api/'],
    ['/admin', '/admin/api/'],
    ['/admin/', '/admin/api/'],
    ['/admin/api', '/admin/api/'],
    ['/admin/api/', '/admin/api/'],
    ['/admin/api/sms', '/admin/api/'],
    ['/admin/api/sms//', '/admin/api/'],
    ['/admin/api/obd', '/admin/api/'],
    ['/Admin/API/OBD/', '/admin/api/'],
    ['/konnect', '/konnect/admin/api/'],
    ['/konnect/admin/api/sms', '/konnect/admin/api/'],
  ])('from an address that ends in “%s”, texts and calls go to %s…', async (path, base) => {
    const desk = await openKonnectDesk()
    const config = { baseUrl: ` ${desk.server.address}${path} ` }
    await desk.send(json(ACCEPTED), config)
    await desk.call(json(ACCEPTED), config)
    expect(desk.server.seen.map((request) => request.url)).toEqual([`${base}sms`, `${base}obd`])
  })

  test('the sender that recipients see is the name, else the number', () => {
    expect(konnect.senderOf({ ...FROM, senderMask: ' Bistro ' })).toBe('Bistro')
    expect(konnect.senderOf({ from: '+1 202 555 0100', senderMask: ' ' })).toBe('12025550100')
  })

  test('a number without its country code is worth a word', () => {
    expect(konnect.warnConfig?.({ from: '2025550100', callerId: '5550100123' })).toEqual({
      from: expect.stringMatching(/^[A-Z].*country code.*\.$/),
      callerId: expect.stringMatching(/^[A-Z].*country code.*\.$/),
    })
    expect(konnect.warnConfig?.({ from: '12025550100', callerId: '919000000001' })).toEqual({})
    expect(konnect.warnConfig?.({ from: '54321' })).toEqual({})
  })

  test('nothing can be asked for free, and it says so', async () => {
    const desk = await openKonnectDesk()
    expect(await konnect.testConnection(desk.account, desk.context)).toEqual({
      ok: false,
      code: 'no_free_test',
      message: 'Kirusa Konnect has no way to check the settings without sending. Send a text to yourself.',
    })
    expect(await konnect.testConnection({ ...desk.account, config: { baseUrl: 'ftp://x' } }, desk.context)).toMatchObject({
      ok: false,
      code: 'account_address',
    })
    expect(desk.server.seen).toEqual([])
    expect(konnect.queryStatus).toBeNull()
    expect(konnect.sendBatch).toBeNull()
    expect(konnect.descriptor.capabilities).toMatchObject({ statusQuery: false, freeConnectionTest: false, batchSize: 1 })
  })
})

describe('a text, before it is queued', () => {
  test.each([['a'.repeat(160)], ['€'.repeat(80)], ['a'.repeat(158) + '€'], ['中'.repeat(70)], ['😀'.repeat(35)], ['x']])(
    'of one part is taken: “%s”',
    (text) => {
      expect(konnect.checkMessage({ to: NUMBER, text }, FROM)).toBeNull()
    },
  )

  test.each([
    ['a'.repeat(161), 161, 160, 1],
    ['a'.repeat(159) + '€', 161, 160, 1],
    ['€'.repeat(81), 162, 160, 2],
    ['a'.repeat(1_600), 1_600, 160, 1_440],
    ['中'.repeat(71), 71, 70, 1],
    ['a'.repeat(70) + '…', 71, 70, 1],
    ['😀'.repeat(36), 72, 70, 2],
    ['a'.repeat(200) + '中', 201, 70, 131],
  ])('of more is refused with the count: “%s” takes %i of %i', (text, units, room, over) => {
    const problem = konnect.checkMessage({ to: NUMBER, text }, FROM)
    expect(problem?.code).toBe('text_too_long')
    expect(problem?.message).toContain(`takes ${units} of the ${room} characters`)
    expect(problem?.message).toContain(`Shorten it by ${over}.`)
  })

  test('the room the composer shows is that of one part', () => {
    expect(konnect.descriptor.capabilities.text).toEqual({ maxUnits: 160, maxParts: 1, partsNote: null })
  })

  test.each(['', ' ', '\n\n', '\u00A0'])('that is blank is refused', (text) => {
    expect(konnect.checkMessage({ to: NUMBER, text }, FROM)).toMatchObject({ code: 'text_empty' })
  })
})

describe('a recipient, before a text is queued', () => {
  test.each([
    ['+12025550143', '12025550100'],
    ['+12025550143', '+1 202 555 0100'],
    // One calling code, several countries: the provider decides.
    ['+14165550143', '12025550100'],
    ['+919000000002', '919000000001'],
    ['+31612345679', '31612345678'],
  ])('%s is taken from %s', (to, from) => {
    expect(konnect.checkMessage({ to, text: 'x' }, { from })).toBeNull()
  })

  test.each([
    ['+46701740605', '12025550100', '46', '1'],
    ['+12025550143', '919000000001', '1', '91'],
    ['+31612345678', '46701740600', '31', '46'],
    // Begins with the digits of the other code, and is none of its numbers.
    ['+35312345678', '33612345678', '353', '33'],
  ])('%s is refused from %s, with both country codes', (to, from, there, home) => {
    expect(konnect.checkMessage({ to, text: 'x' }, { from })).toEqual({
      code: 'no_route',
      message: `This number begins with +${there}, but the account’s own begins with +${home}, and Kirusa Konnect sends nothing abroad. Choose another account.`,
    })
  })

  test.each(['123', '54321', '12345678', '', 'Bistro', '999999999999'])('“%s” says nothing about a country: everything goes', (from) => {
    expect(konnect.checkMessage({ to: '+46701740605', text: 'x' }, { from })).toBeNull()
    expect(konnect.checkMessage({ to: NUMBER, text: 'x' }, { from })).toBeNull()
  })

  test('the form says who can be texted', () => {
    expect(konnect.descriptor.capabilities.recipients).toBe(
      'Only numbers with the same country code as the account’s own: Kirusa Konnect sends nothing abroad.',
    )
  })
})
