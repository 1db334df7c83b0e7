import { describe, expect, test } from 'vitest'
import { json, openKarixDesk, refusal } from './karix-desk.ts'

type Row = [code: string, words: string, outcome: string, code: string]

const PERMANENT = 'not_accepted_permanent'
const ACCOUNT = 'account_problem'
const TRANSIENT = 'not_accepted_transient'

/** The guide's table, wording varied as its samples vary it. */
const GUIDE: Row[] = [
  ['-101', 'API version invalid', ACCOUNT, 'account_address'],
  ['-102', 'Invalid JSON', PERMANENT, 'request_refused'],
  ['-103', 'Invalid source IP', ACCOUNT, 'account_not_allowed'],
  ['-103', 'IP restricted ', ACCOUNT, 'account_not_allowed'],
  ['-104', 'Account expired ', ACCOUNT, 'account_suspended'],
  ['-104', 'The ACCOUNT has  expired', ACCOUNT, 'account_suspended'],
  ['-105', 'Account deactivated', ACCOUNT, 'account_suspended'],
  ['-105', 'Account inactivated', ACCOUNT, 'account_suspended'],
  ['-106', 'Invalid credentials', ACCOUNT, 'account_credentials'],
  ['-106', 'Wrong username or password', ACCOUNT, 'account_credentials'],
  ['-108', 'Scheduling feature disabled ', ACCOUNT, 'account_not_allowed'],
  ['-109', 'Invalid schedule time', PERMANENT, 'provider_schedule_time'],
  ['-110', 'Schedule time beyond bound', PERMANENT, 'provider_schedule_time'],
  ['-111', 'Empty mobile number', PERMANENT, 'recipient_invalid'],
  ['-112', 'Invalid mobile number', PERMANENT, 'recipient_invalid'],
  ['-112', 'mobile number is INVALID\n', PERMANENT, 'recipient_invalid'],
  ['-113', 'Empty message', PERMANENT, 'text_refused'],
  ['-113', 'Empty content', PERMANENT, 'text_refused'],
  ['-114', 'Invalid message type', ACCOUNT, 'account_type_codes'],
  ['-116', 'Invalid DLR type', ACCOUNT, 'account_not_allowed'],
  ['-120', 'Invalid URL tracking option', ACCOUNT, 'account_not_allowed'],
  ['-120', 'Invalid url track', ACCOUNT, 'account_not_allowed'],
  ['-123', 'Cannot send the message during TRAI blockout', TRANSIENT, 'blockout'],
  ['-123', 'TRAI Block-out: cannot send message', TRANSIENT, 'blockout'],
  ['-124', 'Cannot schedule the message in TRAI blockout time', TRANSIENT, 'blockout'],
]

/** What only the newer list has. */
const NEWER: Row[] = [
  ['-109', 'Invalid encryption option', ACCOUNT, 'account_not_allowed'],
  ['-117', 'Invalid port', PERMANENT, 'request_refused'],
  ['-119', 'Invalid expiry minutes', PERMANENT, 'request_refused'],
  ['-120', 'Expiry beyond bound', PERMANENT, 'request_refused'],
  ['-121', 'Invalid append country option', ACCOUNT, 'account_not_allowed'],
  ['-123', 'cust_ref invalid', PERMANENT, 'request_refused'],
  ['-124', 'cust_ref length exceeded', PERMANENT, 'request_refused'],
  ['-127', 'Invalid DCS', PERMANENT, 'request_refused'],
  ['-128', 'Invalid UDHI', PERMANENT, 'request_refused'],
  ['-129', 'Empty sender', PERMANENT, 'sender_refused'],
  ['-130', 'Invalid senderid', ACCOUNT, 'sender_refused'],
  ['-131', 'Invalid template', ACCOUNT, 'template_refused'],
  ['-132', 'Empty template', PERMANENT, 'template_refused'],
  ['-142', 'Access violation', ACCOUNT, 'account_not_allowed'],
  ['-143', 'Reporting key empty', ACCOUNT, 'account_credentials'],
  ['-144', 'Invalid batch number', PERMANENT, 'request_refused'],
]

describe.each([
  ['the guide', GUIDE],
  ['the newer list', NEWER],
])('words of %s', (_list, rows) => {
  test.each(rows)('%s “%s” is %s (%s), quoted to the clerk', async (number, words, outcome, code) => {
    const desk = await openKarixDesk()
    const result = await desk.send(json(refusal(number, words)))
    expect(result).toMatchObject({ class: outcome, code, message: expect.stringMatching(/^(?=.*Karix)[A-Z].*\.$/) })
    const message = 'message' in result ? result.message : ''
    expect(code === 'blockout' || message.endsWith(` It says: “${words.replaceAll(/\s+/g, ' ').trim()}”.`)).toBe(true)
  })
})

test('words decide, whatever number they come with: the two lists give the same numbers other meanings', async () => {
  const desk = await openKarixDesk()
  for (const [, words, outcome, code] of [...GUIDE, ...NEWER]) {
    for (const number of ['-106', '-108', '-112', '-123', '-777', -125, undefined]) {
      expect(await desk.send(json(refusal(number, words)))).toMatchObject({ class: outcome, code })
    }
  }
})

describe('a number without words', () => {
  /** Both lists agree on the class, or only one has the number. */
  const AGREED = {
    [ACCOUNT]: [-101, -103, -104, -105, -106, -107, -108, -116, -118, -121, -122, -130, -131, -142, -143],
    [PERMANENT]: [-102, -111, -112, -113, -115, -117, -119, -127, -128, -129, -132, -144],
  }
  /** The lists differ in class, or one says "not at this hour": just the one text is refused. */
  const CAUTIOUS = [-109, -110, -114, -120, -123, -124, -125, -126]

  test.each([
    ...AGREED[ACCOUNT].map((number) => [number, ACCOUNT] as const),
    ...AGREED[PERMANENT].map((number) => [number, PERMANENT] as const),
    ...CAUTIOUS.map((number) => [number, PERMANENT] as const),
  ])('%i is %s, whether its words are missing, blank or unheard of', async (number, outcome) => {
    const desk = await openKarixDesk()
    for (const words of [undefined, '', '  ', null, 7, 'Qwertz']) {
      for (const code of [number, String(number), ` ${number} `]) {
        const result = await desk.send(json(refusal(code, words)))
        expect(result).toMatchObject({ class: outcome, message: expect.stringContaining(String(number)) })
        expect(result).not.toHaveProperty('blockedUntil')
        expect('code' in result && result.code).not.toBe('blockout')
      }
    }
  })

  test('that stands for a key or a schedule never reads as anything but an account problem: -108', async () => {
    const desk = await openKarixDesk()
    expect(await desk.send(json(refusal('-108', '')))).toMatchObject({
      class: ACCOUNT,
      code: 'account_credentials',
      message:
        'Karix did not take the text. Its number for that, -108, stands for a wrong access key, or scheduling that is switched off. Check the account in Settings › Accounts, or ask Karix.',
    })
  })

  test('that neither list has is a refusal of the text among the numbers of refusals, and open elsewhere', async () => {
    const desk = await openKarixDesk()
    expect(await desk.send(json(refusal('-140', 'Qwertz')))).toMatchObject({ class: PERMANENT, code: 'request_refused' })
    for (const code of ['-1', '-99', '-998', '-1000', '100', '112', '0', 'x', '-112.0']) {
      expect(await desk.send(json(refusal(code, 'Qwertz')))).toMatchObject({ class: 'unknown', code: 'answer_unreadable' })
    }
  })

  test('counts in the ampersand form, too', async () => {
    const desk = await openKarixDesk()
    expect(await desk.send({ body: 'ackid=N/A&status=-112' })).toMatchObject({ class: PERMANENT, code: 'request_refused' })
    expect(await desk.send({ body: 'ackid=&status=Invalid+credentials' })).toMatchObject({ class: ACCOUNT, code: 'account_credentials' })
  })
})

test('no credit left pauses the account, in whatever words', async () => {
  const desk = await openKarixDesk()
  expect(await desk.send(json(refusal('-150', 'Insufficient balance')))).toMatchObject({ class: ACCOUNT, code: 'account_balance' })
})
