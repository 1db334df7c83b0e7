import { Buffer } from 'node:buffer'
import { beforeEach, describe, expect, test } from 'vitest'
import type { GenericDesk } from './generic-desk.ts'
import { adapter, json, NUMBER, openGenericDesk, preset, readHook, TEXT } from './generic-desk.ts'

let desk: GenericDesk

beforeEach(async () => {
  desk = await openGenericDesk()
})

/** The form of the only request so far. */
function sentForm(): [string, string][] {
  expect(desk.server.seen).toHaveLength(1)
  return [...new URLSearchParams(desk.server.seen[0]?.body)]
}

describe('Twilio', () => {
  const SID = 'AC00000000000000000000000000000001'
  const config = { ...preset('twilio').config, sender: '+12025550143' }
  const secrets = { username: SID, password: 'a1b2c3d4e5f6' }

  /** As https://www.twilio.com/docs/messaging/api/message-resource shows the answer to a create request. */
  const CREATED = {
    account_sid: SID,
    api_version: '2010-04-01',
    body: TEXT,
    date_created: 'Mon, 02 Mar 2026 09:00:00 +0000',
    date_sent: null,
    date_updated: 'Mon, 02 Mar 2026 09:00:00 +0000',
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    from: '+12025550143',
    messaging_service_sid: null,
    num_media: '0',
    num_segments: '1',
    price: null,
    price_unit: null,
    sid: 'SM00000000000000000000000000000001',
    status: 'queued',
    subresource_uris: { media: `/2010-04-01/Accounts/${SID}/Messages/SM00000000000000000000000000000001/Media.json` },
    to: NUMBER,
    uri: `/2010-04-01/Accounts/${SID}/Messages/SM00000000000000000000000000000001.json`,
  }

  test('takes a text as a form with basic authentication, and its sid is the reference', async () => {
    const outcome = await desk.send(config, json(CREATED, 201), { secrets })
    expect(outcome).toMatchObject({ class: 'accepted', refs: ['SM00000000000000000000000000000001'] })
    const [request] = desk.server.seen
    expect([request?.method, request?.url]).toEqual(['POST', `/2010-04-01/Accounts/${SID}/Messages.json`])
    expect(request?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${SID}:a1b2c3d4e5f6`).toString('base64')}`,
    })
    expect(sentForm()).toEqual([
      ['To', NUMBER],
      ['From', '+12025550143'],
      ['Body', TEXT],
    ])
    const kept = JSON.stringify(outcome)
    for (const secret of [SID, 'a1b2c3d4e5f6', Buffer.from(`${SID}:a1b2c3d4e5f6`).toString('base64')]) expect(kept).not.toContain(secret)
  })

  test('is given the address for reports with every text, once there is one', async () => {
    await desk.send(config, json(CREATED, 201), { secrets: { ...secrets, callback: 'https://hooks.example/a?b=c' } })
    expect(sentForm()).toContainEqual(['StatusCallback', 'https://hooks.example/a?b=c'])
  })

  /** As https://www.twilio.com/docs/usage/twilios-response shows errors. */
  const error = (status: number, code: number, message: string) =>
    json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, status)

  test.each([
    [400, 21211, 'not_accepted_permanent', 'recipient_invalid'],
    [400, 21614, 'not_accepted_permanent', 'recipient_invalid'],
    [400, 21606, 'not_accepted_permanent', 'sender_refused'],
    [400, 21602, 'not_accepted_permanent', 'request_refused'],
    [401, 20003, 'account_problem', 'account_credentials'],
    [429, 20429, 'not_accepted_transient', 'rate_limited'],
    [500, 20500, 'unknown', 'provider_error'],
  ])('refuses with %i and code %i: %s (%s)', async (status, code, outcome, known) => {
    expect(await desk.send(config, error(status, code, 'It cannot be.'), { secrets })).toMatchObject({
      class: outcome,
      code: known,
      message: expect.stringMatching(/^Twilio .*It says: “It cannot be\.”\.$/),
    })
  })

  const statusCallback = (fields: Record<string, string>) =>
    readHook(config, {
      contentType: 'application/x-www-form-urlencoded; charset=UTF-8',
      body: new URLSearchParams({
        SmsSid: 'SM00000000000000000000000000000001',
        SmsStatus: fields['MessageStatus'] ?? '',
        MessageSid: 'SM00000000000000000000000000000001',
        To: NUMBER,
        From: '+12025550143',
        AccountSid: SID,
        ApiVersion: '2010-04-01',
        ...fields,
      }).toString(),
    })

  test.each([
    [{ MessageStatus: 'queued' }, 'queued', null],
    [{ MessageStatus: 'accepted' }, 'queued', null],
    [{ MessageStatus: 'scheduled' }, 'queued', null],
    [{ MessageStatus: 'sending' }, 'sent', null],
    [{ MessageStatus: 'sent' }, 'sent', null],
    [{ MessageStatus: 'delivered' }, 'delivered', null],
    [{ MessageStatus: 'undelivered', ErrorCode: '30003' }, 'undelivered', 'Error code 30003.'],
    [{ MessageStatus: 'failed', ErrorCode: '30005' }, 'undelivered', 'Error code 30005.'],
    [{ MessageStatus: 'canceled' }, 'unknown', null],
    [{ MessageStatus: 'read' }, 'unknown', null],
  ])('reports by its status callback: %o is %s', (fields, status, detail) => {
    expect(statusCallback(fields)).toEqual({
      kind: 'read',
      receipts: [{ ref: 'SM00000000000000000000000000000001', status, rawStatus: fields.MessageStatus, detail, to: NUMBER }],
      inbound: [],
    })
  })

  test('brings a reply', () => {
    /** As https://www.twilio.com/docs/messaging/guides/webhook-request lists its parameters. */
    const parameters = {
      ToCountry: 'US',
      SmsMessageSid: 'SM00000000000000000000000000000002',
      NumMedia: '0',
      SmsSid: 'SM00000000000000000000000000000002',
      SmsStatus: 'received',
      Body: 'YES please',
      To: '+12025550143',
      NumSegments: '1',
      MessageSid: 'SM00000000000000000000000000000002',
      AccountSid: SID,
      From: NUMBER,
      ApiVersion: '2010-04-01',
    }
    expect(
      readHook(config, { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(parameters).toString() }),
    ).toEqual({
      kind: 'read',
      receipts: [],
      inbound: [{ key: 'SM00000000000000000000000000000002', from: NUMBER, to: '+12025550143', text: 'YES please' }],
    })
  })

  test('takes 1,600 characters', () => {
    expect(adapter.checkMessage({ to: NUMBER, text: 'a'.repeat(1_600) }, config)).toBeNull()
    expect(adapter.checkMessage({ to: NUMBER, text: 'a'.repeat(1_601) }, config)).toMatchObject({
      message: expect.stringContaining('Twilio takes at most 1600'),
    })
  })
})

describe('Vonage', () => {
  const config = { ...preset('vonage').config, sender: 'Bistro' }
  const secrets = { username: 'ab12cd34', password: 'Secr3tSecr3tSecr' }

  /** As https://developer.vonage.com/messaging/sms/guides/troubleshooting-sms shows an answer. */
  const taken = (id: string) => ({
    to: '46701740605',
    'message-id': id,
    status: '0',
    'remaining-balance': '15.53590000',
    'message-price': '0.03330000',
    network: '24001',
  })
  const answer = (...messages: unknown[]) => json({ 'message-count': String(messages.length), messages })

  test('takes a text as a form with key and secret in it, and says whether it has other letters', async () => {
    const outcome = await desk.send(config, answer(taken('0C000000217B7F02')), { secrets })
    expect(outcome).toMatchObject({ class: 'accepted', refs: ['0C000000217B7F02'] })
    const [request] = desk.server.seen
    expect([request?.method, request?.url]).toEqual(['POST', '/sms/json'])
    expect(request?.headers).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded' })
    expect(request?.headers).not.toHaveProperty('authorization')
    expect(sentForm()).toEqual([
      ['api_key', 'ab12cd34'],
      ['api_secret', 'Secr3tSecr3tSecr'],
      ['from', 'Bistro'],
      ['to', '46701740605'],
      ['text', TEXT],
      ['type', 'unicode'],
    ])
    expect(JSON.stringify(outcome)).not.toMatch(/ab12cd34|Secr3tSecr3tSecr/)
  })

  test('is told that a text has plain letters only', async () => {
    await desk.send(config, answer(taken('0C000000217B7F02')), { secrets, text: 'Hello € {}' })
    expect(sentForm()).toContainEqual(['type', 'text'])
  })

  test('gives an id for each part of a long text; parts with different fates leave it open', async () => {
    expect(await desk.send(config, answer(taken('0C01'), taken('0C02')), { secrets })).toMatchObject({
      class: 'accepted',
      refs: ['0C01', '0C02'],
    })
    const one = { status: '1', 'error-text': 'Throughput Rate Exceeded - please wait [ 250 ] and retry' }
    expect(await desk.send(config, answer(taken('0C01'), one), { secrets })).toMatchObject({ class: 'unknown', refs: ['0C01'] })
  })

  test.each([
    ['1', 'not_accepted_transient', 'rate_limited'],
    ['2', 'not_accepted_permanent', 'request_refused'],
    ['3', 'not_accepted_permanent', 'request_refused'],
    ['4', 'account_problem', 'account_credentials'],
    ['5', 'unknown', 'provider_error'],
    ['6', 'not_accepted_permanent', 'recipient_invalid'],
    ['7', 'not_accepted_permanent', 'recipient_invalid'],
    ['8', 'account_problem', 'account_suspended'],
    ['9', 'account_problem', 'account_balance'],
    ['10', 'not_accepted_transient', 'provider_busy'],
    ['11', 'account_problem', 'account_not_allowed'],
    ['12', 'not_accepted_permanent', 'text_refused'],
    ['14', 'account_problem', 'account_credentials'],
    ['15', 'not_accepted_permanent', 'sender_refused'],
    ['29', 'not_accepted_permanent', 'request_refused'],
    ['33', 'not_accepted_permanent', 'recipient_invalid'],
  ])('refuses with 200 and status %s: %s (%s)', async (status, outcome, code) => {
    expect(await desk.send(config, answer({ status, 'error-text': 'Some words' }), { secrets })).toMatchObject({
      class: outcome,
      code,
      message: expect.stringMatching(/Vonage.*It says: “Some words”\.$/),
    })
  })

  /** As the SMS API reference lists them: https://developer.vonage.com/api/sms */
  const RECEIPT = {
    msisdn: '46701740605',
    to: 'Bistro',
    'network-code': '24001',
    messageId: '0C000000217B7F02',
    price: '0.03330000',
    status: 'delivered',
    scts: '2603020900',
    'err-code': '0',
    'api-key': 'ab12cd34',
    'message-timestamp': '2026-03-02 09:00:05',
  }
  const REPLY = {
    'api-key': 'ab12cd34',
    msisdn: '46701740699',
    to: '46701740600',
    messageId: '0A0000000123ABCD1',
    text: 'YES please',
    type: 'text',
    keyword: 'YES',
    'message-timestamp': '2026-03-02 09:01:00',
  }

  test.each([
    ['delivered', '0', 'delivered', null],
    ['accepted', '0', 'sent', null],
    ['buffered', '0', 'queued', null],
    ['expired', '1', 'expired', 'Error code 1.'],
    ['failed', '6', 'undelivered', 'Error code 6.'],
    ['rejected', '9', 'rejected', 'Error code 9.'],
    ['unknown', '99', 'unknown', 'Error code 99.'],
  ])('reports %s with code %s as %s', (status, code, expected, detail) => {
    expect(readHook(config, { contentType: 'application/json', body: JSON.stringify({ ...RECEIPT, status, 'err-code': code }) })).toEqual({
      kind: 'read',
      receipts: [{ ref: '0C000000217B7F02', status: expected, rawStatus: status, detail, to: '46701740605' }],
      inbound: [],
    })
  })

  test('reports and brings replies with GET, form and JSON alike, as its dashboard is set', () => {
    for (const fields of [RECEIPT, REPLY]) {
      const asForm = new URLSearchParams(fields).toString()
      const byJson = readHook(config, { contentType: 'application/json', body: JSON.stringify(fields) })
      expect(readHook(config, { method: 'GET', query: asForm })).toEqual(byJson)
      expect(readHook(config, { contentType: 'application/x-www-form-urlencoded', body: asForm })).toEqual(byJson)
    }
    expect(readHook(config, { method: 'GET', query: new URLSearchParams(REPLY).toString() })).toEqual({
      kind: 'read',
      receipts: [],
      inbound: [{ key: '0A0000000123ABCD1', from: '46701740699', to: '46701740600', text: 'YES please' }],
    })
  })
})
