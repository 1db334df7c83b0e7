import { describe, expect, it } from 'vitest'
import { HOUR, KARL, MAJA, MINUTE, SECOND, sendOne, until, untilStatus } from '../outbox-faults/desk.ts'
import { addOkRoute, startReplyDesk, TEXTS, untilSent, type Protocol, type ReplyDesk } from './desk.ts'

const PROTOCOLS: Protocol[] = ['connectel', 'okroute']

const of = async ({ desk }: ReplyDesk, e164 = MAJA) => {
  const { optOuts, events } = await desk.optOuts.ofNumbers({ numbers: [e164] })
  return { optedOut: optOuts.length > 0, said: events.map(({ kind, source, evidence }) => `${kind} ${source} ${evidence}`) }
}

async function inboundOf({ desk }: ReplyDesk, text: string) {
  const { messages } = await desk.messages.list({ limit: 100 })
  const found = messages.find((message) => message.direction === 'inbound' && message.text === text)
  if (found === undefined) throw new Error(`nobody said “${text}”`)
  return found
}

describe.each(PROTOCOLS)('a word in a text that comes by %s', (protocol) => {
  async function open(): Promise<ReplyDesk & { say(text: string, key?: string): Promise<void> }> {
    const test = await startReplyDesk()
    const accountId = protocol === 'okroute' ? await addOkRoute(test) : test.accountId
    return { ...test, accountId, say: (text, key) => test.says(text, { protocol, accountId, ...(key === undefined ? {} : { key }) }) }
  }

  it('opts out with the very words as evidence, ends what waits, and nothing goes any more', async () => {
    const test = await open()
    const waits = await sendOne(test, MAJA, 'Your appointment is tomorrow.', { at: test.clock.now() + HOUR })
    await test.say(' Stopp! 🛑')
    expect(await of(test)).toEqual({ optedOut: true, said: ['opt_out reply  Stopp! 🛑'] })
    const [event] = (await test.desk.optOuts.ofNumbers({ numbers: [MAJA] })).events
    const inbound = await inboundOf(test, ' Stopp! 🛑')
    expect([event?.messageId, event?.at, inbound.consent]).toEqual([inbound.id, inbound.createdAt, 'opt_out'])
    expect((await untilStatus(test, waits, 'cancelled')).error?.code).toBe('opted_out')
    await expect(sendOne(test, MAJA, 'Hello?')).rejects.toMatchObject({ data: { code: 'opted_out' } })
    await test.clock.advance(2 * HOUR)
    expect(test.automatic()).toEqual([])
    expect(test.carrier.arrivals()).toEqual([])
  })

  it('opts out and in and helps, each answered once with the text that was set', async () => {
    const test = await open()
    await test.rules({ texts: TEXTS })
    await test.say('HELP')
    await test.say('stop')
    await test.say('Start')
    await untilSent(test)
    expect(test.automatic()).toEqual([
      { kind: 'help', to: MAJA, text: TEXTS.help, status: 'sent' },
      { kind: 'opt_out', to: MAJA, text: TEXTS.optOut, status: 'sent' },
      { kind: 'opt_in', to: MAJA, text: TEXTS.optIn, status: 'sent' },
    ])
    expect(await of(test)).toEqual({ optedOut: false, said: ['opt_in reply Start', 'opt_out reply stop'] })
    const { messages } = await test.desk.messages.list({ limit: 10 })
    expect(new Set(messages.map(({ accountId }) => accountId))).toEqual(new Set([test.accountId]))
  })

  it('is acted on once, however often its hook comes and whenever it is replayed', async () => {
    const test = await open()
    await test.rules({ texts: TEXTS })
    await test.say('STOP', 'one')
    await test.say('STOP', 'one')
    await untilSent(test)
    await test.say('START', 'two')
    await test.say('START', 'two')
    await test.say('STOP', 'one')
    await untilSent(test)
    for (const id of test.db.prepare<[], string>('SELECT id FROM hooks').pluck().all()) await test.app.services().listener.replays.one(id)
    await untilSent(test)
    expect(test.automatic().map(({ kind }) => kind)).toEqual(['opt_out', 'opt_in'])
    expect(await of(test)).toEqual({ optedOut: false, said: ['opt_in reply START', 'opt_out reply STOP'] })
  })
})

describe('an opt-out', () => {
  it.each(['stop by at 5', 'Yes', 'Could you stop?', '🛑'])('is not what “%s” means', async (text) => {
    const test = await startReplyDesk()
    await test.says(text)
    expect(await of(test)).toEqual({ optedOut: false, said: [] })
    await untilStatus(test, await sendOne(test, MAJA, 'See you.'), 'sent')
  })

  it('goes by the words that the business set', async () => {
    const test = await startReplyDesk()
    await test.rules({
      languages: ['sv'],
      words: {
        optOut: { added: ['Inga fler'], removed: ['AVSLUTA'] },
        optIn: { added: [], removed: [] },
        help: { added: [], removed: [] },
      },
    })
    for (const text of ['arret', 'avsluta', 'Unsubscribe']) await test.says(text)
    expect((await of(test)).optedOut).toBe(false)
    await test.says('inga fler!')
    await test.says('stop', { from: KARL })
    expect([(await of(test)).optedOut, (await of(test, KARL)).optedOut]).toEqual([true, true])
  })

  it('is confirmed once, though it is opted out by then, and nothing else goes', async () => {
    const test = await startReplyDesk()
    await test.rules({ texts: TEXTS })
    await test.away()
    await test.desk.accounts.pause({ id: test.accountId })
    await test.says('STOP')
    await test.says('STOP')
    await test.says('I said stop!')
    await test.says('HELP')
    expect(test.automatic().map(({ kind, status }) => [kind, status])).toEqual([
      ['opt_out', 'queued'],
      ['help', 'queued'],
    ])
    // A second opt-out looks for what waits again.
    await test.desk.optOuts.add({ numbers: [MAJA], reason: 'Called' })
    await test.desk.accounts.resume({ id: test.accountId })
    await untilSent(test)
    expect(test.carrier.arrivals()).toEqual([`${MAJA} ${TEXTS.optOut}`, `${MAJA} ${TEXTS.help}`])
  })

  it('ends an away message and a welcome that still wait', async () => {
    const test = await startReplyDesk()
    await test.rules({ texts: TEXTS })
    await test.away()
    await test.desk.accounts.pause({ id: test.accountId })
    await test.says('Are you open?')
    await test.says('START')
    await test.says('STOP')
    await test.desk.accounts.resume({ id: test.accountId })
    await untilSent(test)
    expect(test.automatic().map(({ kind, status }) => [kind, status])).toEqual([
      ['away', 'cancelled'],
      ['opt_in', 'cancelled'],
      ['opt_out', 'sent'],
    ])
  })

  it('tried again after a refusal for a moment, its confirmation still goes; sent again by a person it does not', async () => {
    const test = await startReplyDesk()
    await test.rules({ texts: TEXTS })
    test.carrier.onCall = (call) => call.answer(503, { error: 'Busy' })
    await test.says('STOP')
    await until(() => expect(test.carrier.calls.length).toBe(1))
    test.carrier.onCall = (call) => call.answer(400, { error: 'Invalid recipient' })
    await until(async () => {
      await test.clock.advance(10 * SECOND)
      expect(test.automatic()[0]?.status).toBe('failed')
    })
    const { messages } = await test.desk.messages.list({ status: 'failed', limit: 1 })
    await expect(test.desk.messages.retry({ id: messages[0]?.id ?? '' })).rejects.toMatchObject({ data: { code: 'opted_out' } })
  })

  it('that came before what was said since, and is applied late, changes nothing', async () => {
    const test = await startReplyDesk()
    await test.says('STOP')
    await test.clock.advance(MINUTE)
    await test.says('START')
    const id = test.db.prepare<[], string>(`SELECT id FROM hooks ORDER BY received_at LIMIT 1`).pluck().get() ?? ''
    // As if it had been read and applied only now: the fix for an unreadable hook.
    test.db.exec(`DELETE FROM opt_outs; UPDATE hooks SET message_id = NULL; UPDATE consent_events SET message_id = NULL;
      DELETE FROM messages WHERE text = 'STOP' AND id NOT IN (SELECT coalesce(last_message_id, '') FROM conversations)`)
    await test.app.services().listener.replays.one(id)
    expect((await of(test)).optedOut).toBe(false)
  })
})

describe('an opt-in word', () => {
  it('lifts an opt-out that somebody here noted, since it is the customer’s own later word', async () => {
    const test = await startReplyDesk()
    await test.desk.optOuts.add({ numbers: [MAJA], reason: 'Called on Monday' })
    await test.clock.advance(MINUTE)
    await test.says('START')
    expect(await of(test)).toEqual({ optedOut: false, said: ['opt_in reply START', 'opt_out clerk Called on Monday'] })
    expect((await inboundOf(test, 'START')).consent).toBe('opt_in')
    await untilStatus(test, await sendOne(test, MAJA, 'Welcome.'), 'sent')
  })

  it('that came before an opt-out, and is applied late, lifts nothing and is not answered', async () => {
    const test = await startReplyDesk()
    await test.rules({ texts: TEXTS })
    test.db.exec(`CREATE TRIGGER no_start BEFORE INSERT ON messages WHEN new.text = 'START' BEGIN SELECT raise(ABORT, 'not now'); END`)
    const said = test.says('START').catch(() => undefined)
    await until(() => expect(test.db.prepare('SELECT count(*) FROM hooks').pluck().get()).toBe(1))
    await test.clock.advance(MINUTE)
    await test.desk.optOuts.add({ numbers: [MAJA], reason: 'Called' })
    test.db.exec('DROP TRIGGER no_start')
    const again = await test.restart()
    await said
    expect((await inboundOf(again, 'START')).consent).toBeNull()
    expect((await of(again)).optedOut).toBe(true)
    expect(again.automatic()).toEqual([])
  })

  it('of who gets texts is kept as consent', async () => {
    const test = await startReplyDesk()
    await test.says('START')
    expect(await of(test)).toEqual({ optedOut: false, said: ['consent reply START'] })
    expect((await inboundOf(test, 'START')).consent).toBe('consent')
  })
})

describe('a text that is applied long after it came', () => {
  it('opts out and is not answered any more', async () => {
    const test = await startReplyDesk()
    await test.rules({ texts: TEXTS })
    await test.away()
    // Taken and answered, and the desk died before it was applied.
    test.db.exec(
      `CREATE TRIGGER no_inbound BEFORE INSERT ON messages WHEN new.direction = 'inbound' BEGIN SELECT raise(ABORT, 'not now'); END`,
    )
    const said = [test.says('STOP'), test.says('Are you open?', { from: KARL })].map((saying) => saying.catch(() => undefined))
    await until(() => expect(test.db.prepare('SELECT count(*) FROM hooks').pluck().get()).toBe(2))
    test.db.exec('DROP TRIGGER no_inbound')
    test.clock.set(HOUR + SECOND)
    const again = await test.restart()
    await Promise.all(said)
    expect(again.db.prepare(`SELECT count(*) FROM messages WHERE direction = 'inbound'`).pluck().get()).toBe(2)
    expect((await of(again)).optedOut).toBe(true)
    expect(again.automatic()).toEqual([])
  })
})
