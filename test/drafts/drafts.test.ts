import { describe, expect, it } from 'vitest'
import type { StoredDraft } from '../../src/shared/contract/drafts.ts'
import { KARL, MAJA, MINUTE, refusal, startWaitingDesk, type WaitingDesk } from '../messages/waiting-desk.ts'

const EMPTY: StoredDraft = { text: '', accountId: null, asked: null, takenBack: [], recipients: [] }
const REQUEST = '0190a000-0000-4000-8000-000000000009'

async function conversationWith(test: WaitingDesk, to = MAJA): Promise<string> {
  return (await test.sendOne({ to: [to], text: `Hello ${to}` })).conversationId
}

/** A draft whose text was asked to be sent. */
function asking(test: WaitingDesk, text: string, change: Partial<StoredDraft> = {}): StoredDraft {
  const asked = {
    requestId: REQUEST,
    accountId: test.accountId,
    to: [MAJA],
    text,
    schedule: null,
    validUntil: null,
    texts: null,
    templateIds: [],
    keptByProvider: false,
    again: false,
  }
  return { ...EMPTY, text, asked, ...change }
}

describe('a draft', () => {
  it('is kept for its conversation, whatever is in it, and there after the desk was closed', async () => {
    const test = await startWaitingDesk()
    const key = await conversationWith(test)
    const draft = asking(test, 'Your “table” is\r\nfree\u00a0🎉', { accountId: test.accountId, takenBack: ['One', 'Two'] })
    expect(await test.desk.drafts.save({ key, draft })).toEqual({ kept: true })
    const again = await test.restart()
    expect(await again.desk.drafts.get({ key })).toEqual(draft)
  })

  it('to somebody new is kept with its people', async () => {
    const test = await startWaitingDesk()
    const recipients = [{ e164: MAJA, label: 'Maja', conversationId: null }]
    await test.desk.drafts.save({ key: 'new', draft: { ...EMPTY, recipients } })
    expect(await test.desk.drafts.get({ key: 'new' })).toEqual({ ...EMPTY, recipients })
  })

  it('is the last one written, and gone with nothing in it', async () => {
    const test = await startWaitingDesk()
    const key = await conversationWith(test)
    await test.desk.drafts.save({ key, draft: { ...EMPTY, text: 'First' } })
    await test.desk.drafts.save({ key, draft: { ...EMPTY, text: 'Second' } })
    expect(await test.desk.drafts.get({ key })).toMatchObject({ text: 'Second' })
    expect(await test.desk.drafts.save({ key, draft: EMPTY })).toEqual({ kept: false })
    expect(await test.desk.drafts.get({ key })).toBeNull()
  })

  it('needs a conversation', async () => {
    const test = await startWaitingDesk()
    const key = '0190a000-0000-7000-8000-000000000001'
    await expect(test.desk.drafts.save({ key, draft: { ...EMPTY, text: 'x' } })).rejects.toMatchObject(refusal('conversation_not_found'))
  })

  it('shows in the list of conversations by its beginning', async () => {
    const test = await startWaitingDesk()
    const key = await conversationWith(test)
    await conversationWith(test, KARL)
    await test.desk.drafts.save({ key, draft: { ...EMPTY, text: 'x'.repeat(1_000) } })
    const { conversations } = await test.desk.conversations.list({ filter: 'all', limit: 10 })
    expect(conversations.map(({ peer, draft }) => [peer, draft])).toEqual([
      [KARL, null],
      [MAJA, 'x'.repeat(200)],
    ])
  })

  it('that has no text, only texts kept beside it, shows nothing in the list', async () => {
    const test = await startWaitingDesk()
    const key = await conversationWith(test)
    await test.desk.drafts.save({ key, draft: { ...EMPTY, takenBack: ['Kept'] } })
    expect((await test.desk.conversations.get({ id: key })).draft).toBeNull()
  })
})

describe('a draft that was sent', () => {
  it('goes in the same step that queues its text, also when nobody hears the answer', async () => {
    const test = await startWaitingDesk()
    const key = await conversationWith(test)
    await test.desk.drafts.save({ key, draft: asking(test, 'Your table is free.') })
    await test.send({ requestId: REQUEST, text: 'Your table is free.' })
    expect(await test.desk.drafts.get({ key })).toBeNull()
  })

  it('stays, with its id, while its text was not queued: asked again after a reload it goes out once', async () => {
    const test = await startWaitingDesk()
    const key = await conversationWith(test)
    await test.desk.drafts.save({ key, draft: asking(test, 'Your table is free.') })
    const kept = await test.desk.drafts.get({ key })
    expect(kept?.asked?.requestId).toBe(REQUEST)
    const ask = () => test.send({ requestId: kept?.asked?.requestId ?? '', text: kept?.asked?.text ?? '' })
    expect((await ask()).map(({ id }) => id)).toEqual((await ask()).map(({ id }) => id))
    expect(test.count()).toBe(2)
  })

  it('keeps what was written on top of it since, and the texts beside it', async () => {
    const test = await startWaitingDesk()
    const key = await conversationWith(test)
    await test.desk.drafts.save({
      key,
      draft: { ...asking(test, 'Your table is free.'), text: 'Your table is free. And', takenBack: ['Kept'] },
    })
    await test.send({ requestId: REQUEST, text: 'Your table is free.' })
    expect(await test.desk.drafts.get({ key })).toEqual({ ...EMPTY, text: 'Your table is free. And', takenBack: ['Kept'] })
  })

  it('stays where another wish was queued, or this one was refused', async () => {
    const test = await startWaitingDesk()
    const key = await conversationWith(test)
    const draft = asking(test, 'Your table is free.')
    await test.desk.drafts.save({ key, draft })
    await test.send({ text: 'Your table is free.', to: [KARL] })
    await expect(test.send({ requestId: REQUEST, text: '  ' })).rejects.toMatchObject(refusal('text_empty'))
    expect(await test.desk.drafts.get({ key })).toEqual(draft)
  })
})

describe('other windows', () => {
  it('hear whose draft changed, and when a text was queued', async () => {
    const test = await startWaitingDesk()
    const key = await conversationWith(test)
    await test.clock.advance(MINUTE)
    const heard: (string | undefined)[] = []
    const stop = new AbortController()
    const events = await test.desk.desk.events(undefined, { signal: stop.signal })
    const listening = (async () => {
      for await (const event of events) {
        if (event.kind === 'changed')
          heard.push(...event.changes.flatMap(({ topic, conversationId }) => (topic === 'drafts' ? [conversationId] : [])))
        if (heard.includes(undefined)) return
      }
    })()
    await test.desk.drafts.save({ key, draft: { ...EMPTY, text: 'x' } })
    await test.desk.drafts.save({ key: 'new', draft: { ...EMPTY, text: 'y' } })
    await test.clock.advance(MINUTE)
    await listening
    stop.abort()
    expect(heard).toEqual([key, undefined])
  })
})
