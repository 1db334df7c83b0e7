import { describe, expect, it } from 'vitest'
import { duplicateText, findSameTexts, SAME_TEXT_LOOK, type SameText } from '../../src/main/messages/same-text.ts'
import { HOUR, KARL, MAJA, MINUTE, refusal, startWaitingDesk, type WaitingDesk } from './waiting-desk.ts'

const DAY = 24 * HOUR

const outcomeOf = (sending: Promise<unknown>): Promise<string> =>
  sending.then(
    () => 'queued',
    (error: { data?: { code?: string } }) => error.data?.code ?? String(error),
  )

describe('the same text to the same number', () => {
  it('is refused within the time that is set, and nothing is queued', async () => {
    const test = await startWaitingDesk()
    await test.send()
    await test.clock.advance(60 * MINUTE - 1)
    await expect(test.send()).rejects.toMatchObject(refusal('duplicate_text', /\+46701740605 \(queued 59 minutes ago, not sent yet\)/))
    await test.clock.advance(2)
    expect(await outcomeOf(test.send())).toBe('queued')
    expect(test.count()).toBe(2)
  })

  it('goes where a person says so, or asking is turned off', async () => {
    const test = await startWaitingDesk()
    await test.send()
    expect(await outcomeOf(test.send({ again: true }))).toBe('queued')
    expect(await outcomeOf(test.send({ again: false }))).toBe('duplicate_text')
    await test.desk.settings.set({ duplicateMinutes: 0 })
    expect(await outcomeOf(test.send())).toBe('queued')
  })

  it('is known however it is written, and is not the same when a letter differs', async () => {
    const test = await startWaitingDesk()
    await test.send({ text: 'Café\nat noon' })
    expect(await outcomeOf(test.send({ to: ['070-174 06 05'], text: 'Cafe\u0301\r\nat noon' }))).toBe('duplicate_text')
    expect(await outcomeOf(test.send({ text: 'Café\nat Noon' }))).toBe('queued')
    expect(await outcomeOf(test.send({ to: [KARL], text: 'Café\nat noon' }))).toBe('queued')
  })

  it('from another account is the same', async () => {
    const test = await startWaitingDesk()
    const other = await test.desk.accounts.add({
      provider: 'connectel',
      name: 'Other',
      config: { baseUrl: test.provider.baseUrl, sender: 'Other' },
      secrets: { token: 'tok-example' },
    })
    await test.send()
    expect(await outcomeOf(test.send({ accountId: other.id }))).toBe('duplicate_text')
  })

  it.each([
    ['queued', 'duplicate_text'],
    ['sending', 'duplicate_text'],
    ['sent', 'duplicate_text'],
    ['delivered', 'duplicate_text'],
    ['unconfirmed', 'duplicate_text'],
    ['failed', 'queued'],
    ['cancelled', 'queued'],
    ['undelivered', 'queued'],
    ['expired', 'queued'],
  ] as const)('of which the first is %s: %s', async (status, outcome) => {
    const test = await startWaitingDesk()
    test.put((await test.sendOne()).id, { status })
    expect(await outcomeOf(test.send())).toBe(outcome)
  })

  it('from the customer is no duplicate', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne()
    test.put(id, { direction: 'inbound', status: 'received' })
    expect(await outcomeOf(test.send())).toBe('queued')
  })

  it('asked for in two windows at once is queued once', async () => {
    const test = await startWaitingDesk()
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => outcomeOf(test.send())))
    expect(outcomes.toSorted()).toEqual(['duplicate_text', 'duplicate_text', 'duplicate_text', 'queued'])
    expect(test.count()).toBe(1)
  })

  it('among several numbers refuses them all, and names three', async () => {
    const test = await startWaitingDesk()
    const numbers = [5, 6, 7, 8, 9].map((digit) => `+4670174060${digit}`)
    await test.send({ to: numbers.slice(0, 2) })
    await expect(test.send({ to: numbers })).rejects.toMatchObject(
      refusal(
        'duplicate_text',
        /to \+46701740605 \(queued just now, not sent yet\) and \+46701740606 \(queued just now, not sent yet\)\. Nothing was queued\. /,
      ),
    )
    await test.send({ to: numbers, again: true })
    await expect(test.send({ to: [...numbers, '+46701740610'] })).rejects.toMatchObject(
      refusal('duplicate_text', /605 \([^)]*\), \+46701740606 \([^)]*\), \+46701740607 \([^)]*\) and 2 more\./),
    )
    expect(test.count()).toBe(7)
  })

  it('is still refused after the clock was set back', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne()
    test.put(id, { created_at: test.clock.now() + 30 * DAY })
    await expect(test.send()).rejects.toMatchObject(refusal('duplicate_text', /queued just now/))
  })
})

describe('the same text for another time', () => {
  const tomorrow = (test: WaitingDesk) => test.clock.now() + DAY

  it('is refused when both are written within the time', async () => {
    const test = await startWaitingDesk()
    await test.send({ at: tomorrow(test) })
    await expect(test.send()).rejects.toMatchObject(refusal('duplicate_text', /scheduled just now, not sent yet/))
    await test.send({ text: 'Another' })
    expect(await outcomeOf(test.send({ text: 'Another', at: tomorrow(test) }))).toBe('duplicate_text')
  })

  it('written days ago is refused when both go within the time', async () => {
    const test = await startWaitingDesk()
    const at = test.clock.now() + 3 * DAY
    await test.send({ at })
    await test.clock.advance(2 * DAY)
    expect(await outcomeOf(test.send({ at: at + 61 * MINUTE }))).toBe('queued')
    expect(await outcomeOf(test.send({ at: at - 59 * MINUTE, text: 'Another' }))).toBe('queued')
    const { id } = await test.sendOne({ to: [KARL], at })
    test.put(id, { created_at: 1, status_at: 1 })
    expect(await outcomeOf(test.send({ to: [KARL], at: at + 59 * MINUTE }))).toBe('duplicate_text')
    expect(await outcomeOf(test.send({ to: [KARL] }))).toBe('queued')
  })

  it('that left a short while ago is refused, however long ago it was written', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne()
    const now = test.clock.now()
    test.put(id, { created_at: now - 3 * DAY, status: 'delivered', sent_at: now - 59 * MINUTE, status_at: now })
    await expect(test.send()).rejects.toMatchObject(refusal('duplicate_text', /sent 59 minutes ago and delivered/))
    test.put(id, { sent_at: now - 61 * MINUTE })
    expect(await outcomeOf(test.send())).toBe('queued')
  })

  it('that a person sends again today is refused, though it was written days ago', async () => {
    const test = await startWaitingDesk()
    const { id } = await test.sendOne()
    test.put(id, { status: 'failed', created_at: 1, status_at: 1 })
    await test.desk.messages.retry({ id })
    expect(await outcomeOf(test.send())).toBe('duplicate_text')
  })
})

describe('the look for the same text', () => {
  const question = (numbers: readonly string[], text: string, now: number) => ({
    numbers: JSON.stringify(numbers),
    text,
    since: now - HOUR,
    window: HOUR,
    goesAt: now,
  })

  it('reads the rows of that number and time by their index, for all numbers in one statement', async () => {
    const { db } = await startWaitingDesk()
    const plan = db
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${SAME_TEXT_LOOK}`)
      .all(question([MAJA], 'x', 1))
      .map(({ detail }) => detail)
    expect(plan.filter((step) => step.includes(' messages '))).toEqual([
      expect.stringMatching(/^SEARCH messages USING INDEX messages_by_recipient \(recipient=\? AND created_at>\?\)$/),
      expect.stringMatching(/^SEARCH messages USING INDEX messages_by_recipient \(recipient=\? AND created_at<\?\)$/),
    ])
    expect(plan.filter((step) => /^(SEARCH|SCAN) m\b/.test(step))).toEqual([
      expect.stringMatching(/^SEARCH m USING INDEX sqlite_autoindex_messages_1 \(id=\?\)$/),
    ])
    expect(plan.join('\n')).not.toContain('TEMP B-TREE')
  })

  it('of a number with a long history reads only what is near', async () => {
    const { db, sendOne, clock } = await startWaitingDesk()
    const { conversationId, accountId } = await sendOne({ text: 'near' })
    const now = clock.now()
    const insert = db.prepare(
      `INSERT INTO messages (id, conversation_id, account_id, direction, recipient, sender, text, parts, status, status_at, sent_at, created_at)
       VALUES (@id, @conversationId, @accountId, 'outbound', @to, 'Garage', @text, 1, 'sent', @at, @at, @at)`,
    )
    db.transaction(() => {
      for (let index = 0; index < 5_000; index += 1) {
        insert.run({ id: `old ${index}`, conversationId, accountId, to: MAJA, text: `old ${index}`, at: now - 2 * HOUR - index })
      }
    })()
    let compared = 0
    db.function('seen', (text: unknown) => {
      compared += 1
      return text as string
    })
    const counting = SAME_TEXT_LOOK.replaceAll('text = @text', 'seen(text) = @text')
    expect(counting.match(/seen\(/g)).toHaveLength(2)
    expect(db.prepare(counting).all(question([MAJA], 'nothing like it', now))).toEqual([])
    // the one within the hour, and twenty of those before
    expect(compared).toBe(21)
    expect(db.prepare(counting).all(question([MAJA], 'near', now))).toHaveLength(1)
  })

  it('finds which of 1,000 numbers have it', async () => {
    const { db, send, clock } = await startWaitingDesk()
    const to = Array.from({ length: 1_000 }, (_, index) => `+4670${String(1_740_000 + index)}`)
    const some = to.filter((_, index) => index % 7 === 0)
    await send({ to: some })
    const now = clock.now()
    const find = (text: string) =>
      findSameTexts(db, { items: to.map((number) => ({ to: number, text })), window: HOUR, now, goesAt: now }).map((same) => same.to)
    expect(find('The car is ready.')).toEqual(some)
    expect(find('Something else')).toEqual([])
    await expect(send({ to })).rejects.toMatchObject(refusal('duplicate_text', /and 140 more\./))
    expect((await send({ to, again: true })).map((message) => message.to)).toEqual(to)
  })

  it('of texts that differ finds each by its own', async () => {
    const { db, send, clock } = await startWaitingDesk()
    await send({ to: [MAJA], text: 'one' })
    await send({ to: [KARL], text: 'two' })
    const now = clock.now()
    const items = [
      { to: MAJA, text: 'one' },
      { to: KARL, text: 'one' },
      { to: KARL, text: 'two' },
    ]
    expect(findSameTexts(db, { items, window: HOUR, now, goesAt: now }).map(({ to }) => to)).toEqual([MAJA, KARL])
  })
})

describe('the words of the refusal', () => {
  const words = (change: Partial<SameText>): string =>
    duplicateText([{ to: MAJA, status: 'sent', scheduled: false, at: 0, ...change }], 0 - (change.at ?? 0)).message

  it.each<[Partial<SameText>, string]>([
    [{ at: 0 }, 'sent just now'],
    [{ at: -MINUTE / 2 }, 'sent 1 minute ago'],
    [{ at: -45 * MINUTE }, 'sent 90 minutes ago'],
    [{ at: -HOUR }, 'sent 2 hours ago'],
    [{ at: -DAY }, 'sent 2 days ago'],
    [{ at: MINUTE }, 'sent just now'],
    [{ status: 'delivered' }, 'sent just now and delivered'],
    [{ status: 'sending' }, 'being sent now'],
    [{ status: 'unconfirmed' }, 'tried just now, not known whether it went out'],
    [{ status: 'queued' }, 'queued just now, not sent yet'],
    [{ status: 'queued', scheduled: true }, 'scheduled just now, not sent yet'],
  ])('for %j are “%s”', (change, expected) => {
    expect(words(change)).toContain(`${MAJA} (${expected})`)
  })
})
