import { describe, expect, test, vi } from 'vitest'
import type { SandboxDesk } from './service-desk.ts'
import { openSandboxDesk } from './service-desk.ts'

const PROVIDERS = [
  ['connectel', 'Sandbox'],
  ['konnect', 'Sandbox (Kirusa Konnect)'],
  ['karix', 'Sandbox (Karix)'],
  ['kpn', 'Sandbox (KPN)'],
  ['okroute', 'Sandbox (OKRoute)'],
] as const

async function startAs(desk: SandboxDesk, as: string): Promise<string> {
  return (await desk.sandbox.start({ sampleData: false, as })).accountId
}

async function send({ accounts, adapterContext }: SandboxDesk, accountId: string, to = '+46701740605') {
  const { account, adapter } = await accounts.open(accountId)
  return adapter.send(account, { id: 'm', to, text: 'Your car is ready.' }, adapterContext)
}

function hooksOf({ db }: SandboxDesk) {
  return db
    .prepare<[], { account_id: string; verdict: string; reading: string | null }>(
      'SELECT account_id, verdict, reading FROM hooks ORDER BY received_at, id',
    )
    .all()
}

describe.each(PROVIDERS)('as %s', (as, name) => {
  test('adds an account of its own name once, and sends with it', async () => {
    const desk = await openSandboxDesk()
    desk.sandbox.setBehaviour({ answerDelayMs: 0, receipt: 'none' })
    const ids = await Promise.all([startAs(desk, as), startAs(desk, as)])
    expect(new Set(ids).size).toBe(1)
    expect((await desk.accounts.list()).map((account) => [account.name, account.provider])).toEqual([[name, 'sandbox']])
    expect(await send(desk, ids[0])).toMatchObject({ class: 'accepted' })
  })

  test('finds its account beside those of the others, and leaves theirs alone', async () => {
    const desk = await openSandboxDesk()
    const all = []
    for (const [protocol] of PROVIDERS) all.push(await startAs(desk, protocol))
    expect(new Set(all).size).toBe(5)
    expect(await startAs(desk, as)).toBe(all[PROVIDERS.findIndex(([protocol]) => protocol === as)])
    expect(await desk.accounts.list()).toHaveLength(5)
  })

  test('meets a key that is wrong as a problem of its account', async () => {
    const desk = await openSandboxDesk()
    desk.sandbox.setBehaviour({ answerDelayMs: 0, answer: 'wrong_token' })
    expect(await send(desk, await startAs(desk, as))).toMatchObject({ class: 'account_problem' })
  })
})

test.each(['karix', 'kpn', 'okroute'])('as %s, a report reaches the account that sent and no other', async (as) => {
  const desk = await openSandboxDesk()
  desk.sandbox.setBehaviour({ answerDelayMs: 0, receiptBeforeAnswer: true, receipt: 'delivered' })
  await startAs(desk, 'connectel')
  const accountId = await startAs(desk, as)
  const outcome = await send(desk, accountId)
  const refs: readonly string[] = outcome.class === 'accepted' ? outcome.refs : []
  const [hook] = hooksOf(desk)
  expect(hooksOf(desk).map(({ account_id }) => account_id)).toEqual([accountId])
  const reading = JSON.parse(hook?.reading ?? '{}') as { receipts: { ref: string; status: string }[] }
  expect(reading.receipts).toMatchObject([{ ref: refs[0], status: 'delivered' }])
})

test.each(['kpn', 'okroute'])('as %s, a customer’s text reaches the account that is named', async (as) => {
  const desk = await openSandboxDesk()
  await startAs(desk, 'connectel')
  const accountId = await startAs(desk, as)
  expect(await desk.sandbox.reply({ from: '+31 6 12345678', text: 'Ja, 1+1 €', accountId })).toEqual({ accepted: true })
  await vi.waitFor(() =>
    expect(desk.db.prepare('SELECT sender, text, account_id FROM messages').all()).toEqual([
      { sender: '+31612345678', text: 'Ja, 1+1 €', account_id: accountId },
    ]),
  )
})

test('as a provider without texts from customers, none is accepted', async () => {
  const desk = await openSandboxDesk()
  await startAs(desk, 'karix')
  expect(await desk.sandbox.reply({ from: '+919000000001', text: 'Hi' })).toEqual({ accepted: false })
})

describe('a missed call', () => {
  test('reaches the account whose provider tells of it, named or not', async () => {
    const desk = await openSandboxDesk()
    await startAs(desk, 'connectel')
    const accountId = await startAs(desk, 'konnect')
    expect(await desk.sandbox.missedCall({ from: '+46 70-174 06 05' })).toEqual({ accepted: true })
    expect(await desk.sandbox.missedCall({ from: '+46701740606', accountId })).toEqual({ accepted: true })
    const calls = hooksOf(desk).map((hook) => [
      hook.account_id,
      (JSON.parse(hook.reading ?? '{}') as { missedCalls?: { from: string; to: string }[] }).missedCalls?.[0],
    ])
    expect(calls).toMatchObject([
      [accountId, { from: expect.stringMatching(/46701740605$/), to: expect.stringMatching(/46701740600$/) }],
      [accountId, { from: expect.stringMatching(/46701740606$/) }],
    ])
  })

  test('is refused where no provider tells of such calls, and where nothing can be reached', async () => {
    const desk = await openSandboxDesk()
    await expect(desk.sandbox.missedCall({ from: '+46701740605' })).rejects.toMatchObject({ code: 'sandbox_not_started' })
    const accountId = await startAs(desk, 'kpn')
    await expect(desk.sandbox.missedCall({ from: '+46701740605' })).rejects.toMatchObject({ code: 'missed_calls_unsupported' })
    await expect(desk.sandbox.missedCall({ from: '+46701740605', accountId })).rejects.toMatchObject({ code: 'missed_calls_unsupported' })
    const deaf = await openSandboxDesk({ listening: false })
    await startAs(deaf, 'konnect')
    await expect(deaf.sandbox.missedCall({ from: '+46701740605' })).rejects.toMatchObject({ code: 'listener_not_running' })
  })
})

test('without a word about it, the Sandbox account that is there will do', async () => {
  const desk = await openSandboxDesk()
  const accountId = await startAs(desk, 'karix')
  expect(await desk.sandbox.start({ sampleData: true })).toEqual({ accountId })
  expect(desk.db.prepare('SELECT DISTINCT account_id FROM messages').pluck().all()).toEqual([accountId])
})

test('a provider nobody can stand in for is refused, with those who can, and nothing is added', async () => {
  const desk = await openSandboxDesk()
  await expect(startAs(desk, 'pigeon')).rejects.toMatchObject({
    code: 'sandbox_protocol_unknown',
    message: expect.stringMatching(/“pigeon”.*konnect, connectel, karix, kpn, okroute/),
  })
  expect(await desk.accounts.list()).toEqual([])
})

test('an account that is not the sandbox’s, or is gone, has no customers', async () => {
  const desk = await openSandboxDesk()
  await startAs(desk, 'connectel')
  const accountId = '0190a000-0000-7000-8000-00000000abcd'
  await expect(desk.sandbox.reply({ from: '+46701740605', text: 'Hi', accountId })).rejects.toMatchObject({ code: 'sandbox_not_started' })
})

test('an account that is told to practise another provider does so from then on', async () => {
  const desk = await openSandboxDesk()
  desk.sandbox.setBehaviour({ answerDelayMs: 0, receipt: 'none' })
  const accountId = await startAs(desk, 'connectel')
  await desk.accounts.update({ id: accountId, name: 'Practice', config: { protocol: 'konnect' } })
  expect((await desk.accounts.get(accountId)).capabilities).toMatchObject({ missedCalls: true, text: { maxUnits: 160 } })
  expect(await send(desk, accountId)).toMatchObject({ class: 'accepted', refs: [] })
  await expect(desk.accounts.update({ id: accountId, name: 'Practice', config: { protocol: 'pigeon' } })).rejects.toMatchObject({
    code: 'account_config_invalid',
  })
})
