import { describe, expect, test } from 'vitest'
import { providerDescriptor } from '../../src/shared/providers/descriptor.ts'
import { adapter, MESSAGE, preset, SECRETS, SIMPLE } from './generic-desk.ts'

const FORM = { ...SIMPLE, method: 'post-form', body: 'to={{to}}\ntext={{text}}\nfrom={{from}}' }
const GET = { ...SIMPLE, method: 'get', body: '', url: 'https://gateway.example/send?to={{to}}&text={{text}}&from={{from}}' }

function problems(config: Record<string, string>): Record<string, string> {
  return adapter.checkConfig(config)
}

function warnings(config: Record<string, string>): Record<string, string> {
  return adapter.warnConfig?.(config) ?? {}
}

test('a simple gateway needs few fields', () => {
  for (const config of [SIMPLE, FORM, GET]) expect([problems(config), warnings(config)]).toEqual([{}, {}])
  expect(problems({ sender: 'Bistro', url: SIMPLE.url, body: SIMPLE.body })).toEqual({})
})

test('the descriptor is one, and its examples and defaults together are a gateway', () => {
  const { descriptor } = adapter
  expect(providerDescriptor.parse(descriptor)).toEqual(descriptor)
  const example = Object.fromEntries(descriptor.configFields.map((field) => [field.key, field.defaultValue ?? field.placeholder ?? '']))
  expect([problems(example), warnings(example)]).toEqual([{}, {}])
  const fields = [...descriptor.configFields, ...descriptor.secretFields]
  expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length)
  expect(descriptor.configFields.filter(({ advanced }) => advanced !== true).length).toBeLessThanOrEqual(13)
  for (const { kind, options, defaultValue } of descriptor.configFields) {
    expect(kind === 'choice').toBe(options !== undefined)
    if (options !== undefined) expect(options.map(({ value }) => value)).toContain(defaultValue)
  }
})

test.each(['twilio', 'vonage'])('the preset %s fills in known fields only, and a sender is all it lacks', (id) => {
  const { config } = preset(id)
  const keys = adapter.descriptor.configFields.map(({ key }) => key)
  for (const [key, value] of Object.entries(config)) {
    expect(keys).toContain(key)
    expect(value.length).toBeLessThanOrEqual(2_000)
  }
  expect(Object.keys(problems(config))).toEqual(['sender'])
  expect([problems({ ...config, sender: 'Bistro' }), warnings({ ...config, sender: 'Bistro' })]).toEqual([{}, {}])
})

describe('a problem stands at its field:', () => {
  test.each<[string, Record<string, string>, string, RegExp]>([
    ['no sender', { sender: '' }, 'sender', /^Enter the name/],
    ['a sender that is too long', { sender: 'Bistro at the corner' }, 'sender', /11 characters/],
    ['no address', { url: '' }, 'url', /not a web address/],
    ['a word for an address', { url: 'gateway' }, 'url', /not a web address/],
    ['plain http', { url: 'http://gateway.example/send' }, 'url', /https/],
    ['another scheme', { url: 'ftp://gateway.example/send' }, 'url', /not a web address/],
    ['user and password in the address', { url: 'https://u:p@gateway.example/send' }, 'url', /user name and password/i],
    ['a field for a user in the address', { url: 'https://{{username}}:{{password}}@gateway.example/' }, 'url', /not a web address/],
    ['a field in the server’s name', { url: 'https://{{username}}.gateway.example/send' }, 'url', /not a web address/],
    ['a field that ends the server’s name', { url: 'https://gateway.{{username}}/send' }, 'url', /after the name of the server/],
    ['a field as the port', { url: 'https://gateway.example:{{token}}/send' }, 'url', /after the name of the server/],
    ['the text in the path', { url: 'https://gateway.example/{{text}}' }, 'url', /question mark/],
    ['a field as a parameter’s name', { url: 'https://gateway.example/?{{text}}=1' }, 'url', /equals sign/],
    ['a field in a parameter’s name', { url: 'https://gateway.example/?a=1&x{{to}}=1' }, 'url', /equals sign/],
    ['a percent sign before a field', { url: 'https://gateway.example/?a=%{{text}}' }, 'url', /percent/],
    ['half an escape before a field', { url: 'https://gateway.example/?a=%4{{text}}' }, 'url', /percent/],
    ['a fragment', { url: 'https://gateway.example/#{{text}}' }, 'url', /no #/],
    ['a space in the address', { url: 'https://gateway.example/a b' }, 'url', /no spaces/],
    ['dots in the path', { url: 'https://gateway.example/a/../{{username}}' }, 'url', /elsewhere/],
    ['a backslash in the path', { url: 'https://gateway.example/a\\{{username}}' }, 'url', /elsewhere/],
    ['an unknown field in the address', { url: 'https://gateway.example/{{user}}' }, 'url', /no field called \{\{user\}\}/],
    ['no body', { body: '' }, 'body', /^Copy the sample/],
    ['an unknown field', { body: '{"to":"{{to}}","text":"{{message}}"}' }, 'body', /no field called \{\{message\}\}/],
    ['a field of an object’s own', { body: '{"to":"{{to}}","text":"{{constructor}}"}' }, 'body', /no field called/],
    ['braces that do not close', { body: '{"to":"{{to}}","text":"{{text}"}' }, 'body', /not closed/],
    ['encoding without words', { body: '{"to":"{{to}}","text":"{{text}}","e":"{{encoding}}"}' }, 'body', /\{\{encoding:text\|unicode\}\}/],
    ['no number', { body: '{"text":"{{text}}"}' }, 'body', /number is missing/],
    ['no text', { body: '{"to":"{{to}}"}' }, 'body', /text is missing/],
    ['a comma too many', { body: '{"to":"{{to}}","text":"{{text}}",}' }, 'body', /valid JSON/],
    ['a form where JSON was chosen', { body: 'to={{to}}\ntext={{text}}' }, 'body', /whole value|valid JSON/],
    ['quotation marks that do not close', { body: '{"to":"{{to}}","text":"{{text}}}' }, 'body', /valid JSON/],
    ['single quotation marks', { body: "{'to':'{{to}}','text':'{{text}}'}" }, 'body', /whole value/],
    ['a bare field beside others', { body: '{"to":{{to}}{{text}}}' }, 'body', /whole value/],
    ['a bare field with a zero before it', { body: '{"to":"{{to}}","text":00{{text}}}' }, 'body', /whole value/],
    ['a backslash before a field', { body: '{"to":"{{to}}","text":"\\{{text}}"}' }, 'body', /backslash/],
    ['half a Unicode escape before a field', { body: '{"to":"{{to}}","text":"\\u00{{text}}"}' }, 'body', /backslash/],
    ['a field for a name', { body: '{"to":"{{to}}","{{text}}" : "{{text}}"}' }, 'body', /not for the name/],
    ['a choice that is none', { method: 'put' }, 'method', /^Choose one of/],
    ['another choice that is none', { numberFormat: 'e164' }, 'numberFormat', /^Choose one of/],
    ['a third choice that is none', { authorization: 'digest' }, 'authorization', /^Choose one of/],
    ['a header without a colon', { headers: 'X-Key {{token}}' }, 'headers', /^Line 1 .*Name: value/],
    ['a header with a bad name', { headers: 'A: b\nX Key: {{token}}' }, 'headers', /^Line 2 /],
    ['a header of the connection', { headers: 'Host: other.example' }, 'headers', /set by SMS Desk/],
    ['the length as a header', { headers: 'Content-Length: 3' }, 'headers', /set by SMS Desk/],
    ['a header twice', { headers: 'X-Key: a\nx-key: b' }, 'headers', /twice/],
    ['the text in a header', { headers: 'X-Text: {{text}}' }, 'headers', /text cannot stand/],
    ['letters no header takes', { headers: 'X-Name: åtta' }, 'headers', /plain letters/],
    ['an unknown field in a header', { headers: 'X-Key: {{key}}' }, 'headers', /no field called/],
    [
      'two ways of signing in',
      { authorization: 'bearer', headers: 'Authorization: App {{token}}' },
      'headers',
      /Authorization header already/,
    ],
    ['a path that is none', { idPath: 'messages[0' }, 'idPath', /from the outside in/],
    ['a path with spaces', { idPath: 'the id' }, 'idPath', /from the outside in/],
    ['a path with an empty name', { idPath: 'a..b' }, 'idPath', /from the outside in/],
    ['a path that is endless', { idPath: 'a.'.repeat(20) + 'b' }, 'idPath', /from the outside in/],
    ['text around nothing', { idPath: 'text:ID' }, 'idPath', /one \*/],
    ['text around two values', { idPath: 'text:* and *' }, 'idPath', /one \*/],
    ['the whole answer as id without a sign', { idPath: 'text:' }, 'successRule', /not taken for an id/],
    ['a sign without a word', { successRule: 'status' }, 'successRule', /equals sign/],
    ['a sign with an empty word', { successRule: 'status = ' }, 'successRule', /equals sign/],
    ['a sign that anything fulfils', { successRule: 'status = *' }, 'successRule', /equals sign/],
    ['a sign at no place', { successRule: 'a b = 1' }, 'successRule', /from the outside in/],
    ['a bad place for the reason', { errorPath: '[x]' }, 'errorPath', /from the outside in/],
    [
      'an error code that means nothing known',
      { refusalCode: 'code', refusalWords: '4 = bad' },
      'refusalWords',
      /^Line 1: .*one of number, sender/,
    ],
    ['an error code twice', { refusalCode: 'code', refusalWords: '4 = login\n4 = credit' }, 'refusalWords', /^Line 2: .*twice/],
    ['error codes that stand nowhere', { refusalWords: '4 = login' }, 'refusalCode', /where the codes stand/],
    ['a status that is none', { statusWords: 'OK = arrived' }, 'statusWords', /^Line 1: .*queued, sent, delivered/],
    ['a status line that is none', { statusWords: 'delivered' }, 'statusWords', /^Line 1 is not of the form/],
    ['a report without a status', { receiptId: 'id' }, 'receiptStatus', /needs both/],
    ['a report without an id', { receiptStatus: 'status' }, 'receiptId', /needs both/],
    ['a reply without a number', { inboundText: 'text' }, 'inboundFrom', /needs both/],
    ['a reply without a text', { inboundFrom: 'from' }, 'inboundText', /needs both/],
    ['a list in a field of a report', { receiptId: 'r[*].id', receiptStatus: 's' }, 'receiptId', /name of the field/],
    ['reports whose id was never read', { receiptId: 'id', receiptStatus: 's', idPath: '' }, 'idPath', /find their text/],
    ['a sign of replies that is none', { inboundSign: 'inbound' }, 'inboundSign', /such as direction = inbound/],
    ['a sign of replies outside of fields', { inboundSign: 'header:x = 1' }, 'inboundSign', /such as direction = inbound/],
    ['a length that is none', { maxUnits: 'long' }, 'maxUnits', /number from 1/],
    ['a length of nothing', { maxUnits: '0' }, 'maxUnits', /number from 1/],
  ])('%s', (_what, change, key, sentence) => {
    const found = problems({ ...SIMPLE, ...change })
    expect(Object.keys(found)).toEqual([key])
    expect(found[key]).toMatch(sentence)
    expect(found[key]).toMatch(/^[A-Z]/)
  })

  test.each<[string, Record<string, string>, RegExp]>([
    ['a line without a name', { body: 'to={{to}}\n={{text}}' }, /^Line 2 is not/],
    ['a line without an equals sign', { body: 'to={{to}}\n\n{{text}}' }, /^Line 3 is not/],
    ['a field for a name', { body: 'to={{to}}\n{{text}}=1' }, /^In line 2, a field/],
    ['several parameters in a line', { body: 'to={{to}}&text={{text}}' }, /^Line 1 holds several/],
    ['an unknown field', { body: 'to={{to}}\ntext={{txt}}' }, /^Line 2: There is no field/],
  ])('%s of a form', (_what, change, sentence) => {
    expect(problems({ ...FORM, ...change })).toEqual({ body: expect.stringMatching(sentence) })
  })

  test('what is missing from an address that takes everything is said at the address', () => {
    expect(problems({ ...GET, url: 'https://gateway.example/?text={{text}}' })).toEqual({ url: expect.stringMatching(/number is missing/) })
    expect(problems({ ...GET, url: 'https://gateway.example/?to={{to}}' })).toEqual({ url: expect.stringMatching(/text is missing/) })
  })
})

test.each([
  'http://localhost:8080/sms',
  'http://127.0.0.1/sms',
  'http://[::1]:3000/sms',
  'HTTPS://Gateway.Example/sms',
  'https://gateway.example:8443',
])('the address %s may be used', (url) => {
  expect(problems({ ...SIMPLE, url })).toEqual({})
})

describe('a warning stands at its field:', () => {
  test.each<[string, Record<string, string>, string, RegExp]>([
    ['a password in the address', { ...GET, url: `${GET.url}&p={{password}}` }, 'url', /^The password travels in the address/],
    ['a token in the path', { ...SIMPLE, url: 'https://gateway.example/{{token}}/send' }, 'url', /^The token travels in the address/],
    ['a key typed into the address', { ...GET, url: `${GET.url}&api_key=9f8e7d6c` }, 'url', /password or key/],
    ['a key typed into a form', { ...FORM, body: `${FORM.body}\npassword=geheim99` }, 'body', /password or key/],
    [
      'a key typed into JSON',
      { ...SIMPLE, body: '{"apiKey": "9f8e7d6c", "to":"{{to}}","text":"{{text}}","f":"{{from}}"}' },
      'body',
      /password or key/,
    ],
    ['a key typed into a header', { ...SIMPLE, headers: 'Authorization: App 9f8e7d6c' }, 'headers', /password or key/],
    ['a sender that is not sent', { ...SIMPLE, body: '{"to":"{{to}}","text":"{{text}}"}' }, 'sender', /not handed over/],
    ['nothing to tell a taken text by', { ...SIMPLE, idPath: '' }, 'idPath', /counts as taken/],
    ['a body that is not sent', { ...GET, body: 'to={{to}}' }, 'body', /nothing is sent from here/],
  ])('%s', (_what, config, key, sentence) => {
    expect(problems(config)).toEqual({})
    expect(warnings(config)).toEqual({ [key]: expect.stringMatching(sentence) })
  })

  test.each<[string, Record<string, string>]>([
    ['a user name in the address', { ...SIMPLE, url: 'https://gateway.example/{{username}}/send' }],
    [
      'secrets as fields in a body',
      { ...SIMPLE, body: '{"token": "{{token}}", "api_key":"{{username}}", "to":"{{to}}","text":"{{text}}","f":"{{from}}"}' },
    ],
    ['secrets as fields in headers', { ...SIMPLE, headers: 'Authorization: App {{token}}\nX-Token: {{token}}' }],
  ])('but %s is none', (_what, config) => {
    expect([problems(config), warnings(config)]).toEqual([{}, {}])
  })
})

test('what an account can do follows from what it says', () => {
  const capabilities = (config: Record<string, string>) => adapter.capabilitiesOf?.(config)
  expect(capabilities(SIMPLE)).toEqual(adapter.descriptor.capabilities)
  expect(adapter.descriptor.capabilities).toMatchObject({
    receiptsByHook: false,
    inbound: false,
    batchSize: 1,
    statusQuery: false,
    freeConnectionTest: false,
  })
  expect(capabilities({ ...SIMPLE, receiptId: 'id', receiptStatus: 's' })).toMatchObject({ receiptsByHook: true, inbound: false })
  expect(capabilities({ ...SIMPLE, inboundFrom: 'from', inboundText: 'text' })).toMatchObject({ receiptsByHook: false, inbound: true })
  expect(capabilities({ ...SIMPLE, maxUnits: '640' })?.text).toEqual({
    maxUnits: 640,
    maxParts: null,
    partsNote: 'How this provider counts and charges parts is not known to SMS Desk.',
  })
})

test('a text is checked against the length the account names, and against nothing else', () => {
  const check = (text: string, config: Record<string, string>) => adapter.checkMessage({ to: MESSAGE.to, text }, config)
  expect(check('a'.repeat(5_000), SIMPLE)).toBeNull()
  expect(check('a'.repeat(160), { ...SIMPLE, maxUnits: '160' })).toBeNull()
  expect(check('a'.repeat(161), { ...SIMPLE, maxUnits: '160' })).toMatchObject({
    code: 'text_too_long',
    message: 'This text has 161 characters; Example takes at most 160. Shorten it by 1, or send it as two.',
  })
  expect(check(' \n', SIMPLE)).toMatchObject({ code: 'text_empty' })
})

test('the connection test says honestly that there is none, and finds what is missing all the same', async () => {
  const http = { request: () => Promise.reject(new Error('nothing may be asked')), close: () => Promise.resolve() }
  const run = (config: Record<string, string>, secrets: Record<string, string>) =>
    adapter.testConnection({ id: 'a', config, secrets }, { http, now: () => 0 })
  expect(await run(SIMPLE, SECRETS)).toEqual({
    ok: false,
    code: 'no_free_test',
    message: 'Example has no way to check the settings without sending. Send a text to yourself.',
  })
  expect(await run({ ...SIMPLE, gateway: '' }, {})).toMatchObject({ message: expect.stringMatching(/^The gateway has no way/) })
  expect(await run({ ...SIMPLE, authorization: 'bearer' }, {})).toMatchObject({ ok: false, code: 'account_credentials' })
  expect(await run({ ...SIMPLE, url: '' }, {})).toMatchObject({ ok: false, code: 'account_address' })
})

test('asking and lists are not offered', () => {
  expect([adapter.queryStatus, adapter.sendBatch, adapter.senderOf({ sender: ' Bistro ' })]).toEqual([null, null, 'Bistro'])
})
