import { beforeEach, describe, expect, test } from 'vitest'
import type { ScriptedAnswer } from '../support/scripted-server.ts'
import { ACCEPTED, html, inWords, json, NUMBERS, okRoute, openOkRouteDesk, PASSWORD, sendBatch, TEXT, USERNAME } from './okroute-desk.ts'
import type { OkRouteDesk } from './okroute-desk.ts'

const DIGITS = NUMBERS.map((number) => number.slice(1))
const [first, second, third] = DIGITS.map((dnis, index) => ({ dnis, message_id: `alss-${index + 1}` }))
const TAKEN = [first, second, third]
const TAKEN_ALL = ['accepted alss-1', 'accepted alss-2', 'accepted alss-3']
const UNREADABLE = 'unknown answer_unreadable'
const CONTRADICTORY = 'unknown answer_contradictory'
const LEFT_OUT = 'not_accepted_permanent recipient_not_taken'
const ONE_BY_ONE = 'not_accepted_transient batch_unsupported'
const ALL = (words: string): string[] => NUMBERS.map(() => words)

let desk: OkRouteDesk

beforeEach(async () => {
  desk = await openOkRouteDesk()
})

describe('the call', () => {
  test('is one POST with the numbers as digits, separated by commas', async () => {
    await desk.sendList(json(TAKEN))
    expect(desk.server.seen.map(({ method, url, body }) => [method, url, body])).toEqual([
      [
        'POST',
        '/api',
        JSON.stringify({
          username: USERNAME,
          password: PASSWORD,
          command: 'submit',
          ani: 'Bistro',
          dnis: '46701740605,12025550143,31612345678',
          message: TEXT,
          longMessageMode: 'split',
          dataCoding: '8',
        }),
      ],
    ])
  })

  test('with “get” has the commas escaped', async () => {
    await desk.sendList(json(TAKEN), { method: 'get' })
    expect(desk.server.seen[0]?.url).toContain('&dnis=46701740605%2C12025550143%2C31612345678&')
  })

  test('takes the most numbers there may be, of the longest kind, within the documented length', async () => {
    const { batchSize } = okRoute.descriptor.capabilities
    expect(batchSize).toBe(100)
    desk.server.answer({ status: 500 })
    const recipients = Array.from({ length: batchSize }, (_, index) => ({
      id: `m${index}`,
      to: `+467017406050${String(index).padStart(3, '0')}`,
    }))
    expect(inWords(await sendBatch(desk.account, { recipients, text: TEXT }, desk.context))).toEqual(
      recipients.map(() => 'unknown provider_error'),
    )
    const { dnis } = JSON.parse(desk.server.seen[0]?.body ?? '') as { dnis: string }
    expect(dnis.split(',')).toEqual(recipients.map(({ to }) => to.slice(1)))
    expect(dnis.length).toBeLessThanOrEqual(2_048)
  })

  test.each<[string, Record<string, string>, string, number]>([
    ['more numbers than documented', {}, TEXT, 101],
    ['a mode that takes one number', { longMessageMode: 'split_or_payload' }, TEXT, 2],
    ['text and numbers too long for one address', { method: 'get' }, 'å'.repeat(1_100), 100],
  ])('is not made with %s: the texts go one by one', async (_what, config, text, count) => {
    desk.server.answer(json(TAKEN))
    const recipients = Array.from({ length: count }, (_, index) => ({
      id: `m${index}`,
      to: `+4670174060${String(index).padStart(3, '0')}`,
    }))
    const account = { ...desk.account, config: { ...desk.account.config, ...config } }
    expect(inWords(await sendBatch(account, { recipients, text }, desk.context))).toEqual(recipients.map(() => ONE_BY_ONE))
    expect(desk.server.seen).toEqual([])
    expect(okRoute.checkMessage({ to: recipients[0]?.to ?? '', text }, account.config)).toBeNull()
  })

  test('for one number is the plain one, for none there is no call', async () => {
    desk.server.answer(json(ACCEPTED))
    const recipients = [{ id: 'm', to: NUMBERS[0] ?? '' }]
    expect(inWords(await sendBatch(desk.account, { recipients, text: TEXT }, desk.context))).toEqual([`accepted ${ACCEPTED.message_id}`])
    expect(await sendBatch(desk.account, { recipients: [], text: TEXT }, desk.context)).toEqual([])
    expect(desk.server.seen).toHaveLength(1)
  })

  test('has a number once, and what stands in it twice goes by itself', async () => {
    const recipients = [...NUMBERS, NUMBERS[1] ?? ''].map((to, index) => ({ id: `m${index}`, to }))
    for (const [answer, outcomes] of [
      [json(TAKEN), [...TAKEN_ALL, ONE_BY_ONE]],
      ['hang_up', [...ALL('unknown reset'), ONE_BY_ONE]],
    ] as const) {
      desk.server.answer(answer)
      expect(inWords(await sendBatch(desk.account, { recipients, text: TEXT }, desk.context))).toEqual(outcomes)
    }
    expect(desk.server.seen.map(({ body }) => (JSON.parse(body) as { dnis: string }).dnis)).toEqual(
      Array(2).fill('46701740605,12025550143,31612345678'),
    )
  })

  test('is not made where the account’s address cannot be used', async () => {
    expect(inWords(await desk.sendList(json(TAKEN), { baseUrl: 'ftp://x' }))).toEqual(ALL('account_problem account_address'))
    expect(desk.server.seen).toEqual([])
  })
})

describe('an answer with numbers and ids', () => {
  test.each<[string, unknown]>([
    ['as documented', TAKEN],
    ['in another order', [third, first, second]],
    ['in lists', [[first, second], [third]]],
    ['with + and blanks in the numbers', TAKEN.map((item) => ({ ...item, dnis: `+${item?.dnis.slice(0, 3)} ${item?.dnis.slice(3)}` }))],
    ['with numbers as numbers', TAKEN.map((item) => ({ ...item, dnis: Number(item?.dnis) }))],
    ['with part numbers', TAKEN.map((item) => ({ ...item, segment_num: '1' }))],
    ['with more fields', TAKEN.map((item) => ({ ...item, more: [] }))],
  ])('is read %s', async (_how, body) => {
    expect(inWords(await desk.sendList(json(body)))).toEqual(TAKEN_ALL)
  })

  test('gives each number all its parts, in their order', async () => {
    const parts = [
      { ...second, message_id: 'b2', segment_num: '2' },
      { ...first, message_id: 'a1', segment_num: '1' },
      { ...second, message_id: 'b1', segment_num: '1' },
      { ...third, message_id: 'c1', segment_num: 1 },
      { ...first, message_id: 'a2', segment_num: '2' },
    ]
    expect(inWords(await desk.sendList(json(parts)))).toEqual(['accepted a1 a2', 'accepted b1 b2', 'accepted c1'])
  })

  test('that leaves one number out has refused that one, and only that one', async () => {
    const outcomes = await desk.sendList(json([third, first]))
    expect(inWords(outcomes)).toEqual(['accepted alss-1', LEFT_OUT, 'accepted alss-3'])
    expect(outcomes[1]).toMatchObject({
      message: 'OKRoute did not take the text for this number: it took the others and left this one out. Check the number.',
    })
  })

  test.each<[string, unknown, string[]]>([
    ['no id', [first, { ...second, message_id: '' }, third], ['accepted alss-1', UNREADABLE, 'accepted alss-3']],
    [
      'no id, and the documented words',
      [first, { dnis: DIGITS[1], error: 'NO ROUTES' }, third],
      ['accepted alss-1', 'not_accepted_permanent no_route', 'accepted alss-3'],
    ],
    ['no id, and other words', [first, { dnis: DIGITS[1], error: 'blocked' }, third], ['accepted alss-1', UNREADABLE, 'accepted alss-3']],
    ['one left out, another unreadable', [first, { dnis: DIGITS[1] }], ['accepted alss-1', UNREADABLE, UNREADABLE]],
    ['an id without a number', [first, { message_id: 'alss-2' }, third], ['accepted alss-1', CONTRADICTORY, 'accepted alss-3']],
    [
      'a number nobody asked for',
      [first, { ...second, dnis: '46701740699' }, third],
      ['accepted alss-1', CONTRADICTORY, 'accepted alss-3'],
    ],
    ['one id for two', [first, second, { ...third, message_id: 'alss-2' }], ['accepted alss-1', CONTRADICTORY, CONTRADICTORY]],
    [
      'one id for two, one of them asked for by nobody',
      [first, second, third, { dnis: '46701740699', message_id: 'alss-2' }],
      ['accepted alss-1', CONTRADICTORY, 'accepted alss-3'],
    ],
    [
      'one id for two beside an own one',
      [first, second, { ...second, message_id: 'own' }, third, { ...third, message_id: 'alss-2' }],
      ['accepted alss-1', `${CONTRADICTORY} own`, `${CONTRADICTORY} alss-3`],
    ],
    ['all numbers in one', [{ dnis: DIGITS.join(','), message_id: 'alss-1' }], ALL(CONTRADICTORY)],
    ['one id for the whole list', ACCEPTED, ALL(CONTRADICTORY)],
    ['one id for the whole list, in a list', [ACCEPTED], ALL(CONTRADICTORY)],
    ['as many ids as numbers, without numbers', TAKEN.map((item) => ({ message_id: item?.message_id })), ALL(CONTRADICTORY)],
  ])('and %s decides what it is clear about, and leaves the rest open', async (_what, body, expected) => {
    expect(inWords(await desk.sendList(json(body)))).toEqual(expected)
  })
})

describe('an answer without ids', () => {
  test.each([
    ['nothing', ''],
    ['a page', '<html><h1>It works!</h1></html>'],
    ['a word', 'OK'],
    ['an empty list', '[]'],
    ['an empty object', '{}'],
    ['half a list', JSON.stringify(TAKEN).slice(0, -1)],
    ['brackets without end', '['.repeat(200_000)],
    ['numbers alone', JSON.stringify(DIGITS.map((dnis) => ({ dnis })))],
    ['words that may be about one of them', 'NO ROUTES for 12025550143'],
  ])('%s leaves all open, with no id kept', async (_what, body) => {
    expect(inWords(await desk.sendList({ body }))).toEqual(ALL(UNREADABLE))
  })

  test('but with the documented words for each number refuses each', async () => {
    const body = DIGITS.map((dnis) => ({ dnis, error: 'NO ROUTES' }))
    expect(inWords(await desk.sendList(json(body)))).toEqual(ALL('not_accepted_permanent no_route'))
  })
})

describe('a refusal of the whole list', () => {
  test.each<[string, ScriptedAnswer]>([
    ['400 about routes', html('NO ROUTES', 400)],
    ['400 about a number', html('Destination number is too long', 400)],
    ['400 about the count', html('Too many numbers', 400)],
    ['400 about anything', html('Bad request', 400)],
    ['400 about one of them', json([{ dnis: DIGITS[1], error: 'NO ROUTES' }], 400)],
    ['413', { status: 413 }],
    ['200 about routes', html('NO ROUTES')],
  ])('%s leads to single texts: one number must not spoil the others', async (_what, answer) => {
    const outcomes = await desk.sendList(answer)
    expect(inWords(outcomes)).toEqual(ALL(ONE_BY_ONE))
    expect(outcomes[0]).toMatchObject({
      retryAfterMs: null,
      message: expect.stringMatching(
        /^OKRoute did not take a list of 3 numbers\. (It says: “.+”\. )?The texts go out one by one instead\.$/,
      ),
    })
  })

  test.each<[string, ScriptedAnswer, string]>([
    ['401', html('not authorized (check login and password)', 401), 'account_problem account_credentials'],
    ['200 about credentials', html('not authorized (check login and password)'), 'account_problem account_credentials'],
    ['402', { status: 402 }, 'account_problem account_balance'],
    ['404', { status: 404 }, 'account_problem account_address'],
    ['302', { status: 302 }, 'account_problem account_address'],
    ['400 about the service type', html('Service type is invalid', 400), 'account_problem account_not_allowed'],
    ['508', { status: 508 }, 'account_problem no_route'],
    ['429', { status: 429, headers: { 'retry-after': '3' } }, 'not_accepted_transient rate_limited'],
    ['503', { status: 503 }, 'not_accepted_transient provider_busy'],
    ['500', { status: 500 }, 'unknown provider_error'],
    ['504', { status: 504 }, 'unknown provider_error'],
    ['a connection that ends', 'hang_up', 'unknown reset'],
    ['400 with an id somewhere', html('{"message_id":"alss-1', 400), CONTRADICTORY],
  ])('%s means for each what it means for one: %s', async (_what, answer, words) => {
    expect(inWords(await desk.sendList(answer))).toEqual(ALL(words))
  })

  test.each([400, 401, 429, 503, 500])('%i with ids leaves all open; reports may settle them', async (status) => {
    expect(inWords(await desk.sendList(json([first, second], status)))).toEqual([
      `${CONTRADICTORY} alss-1`,
      `${CONTRADICTORY} alss-2`,
      CONTRADICTORY,
    ])
  })
})

test('each text keeps of call and answer what is about its own number', async () => {
  const outcomes = await desk.sendList(json([first, third]))
  for (const [index, { exchange }] of outcomes.entries()) {
    expect(exchange.request).toContain(`"dnis":"[list of 3]"`)
    expect(exchange.request).toMatch(new RegExp(`\\nThis number: ${DIGITS[index]}$`))
    expect(exchange.response).toBe(
      index === 1 ? 'HTTP 200\nThis number: not in the list' : `HTTP 200\nThis number: ${JSON.stringify([TAKEN[index]])}`,
    )
    for (const other of DIGITS.filter((_, at) => at !== index)) expect(`${exchange.request}${exchange.response}`).not.toContain(other)
  }
})
