import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { applyParkedReceipts } from '../../src/main/listener/apply.ts'
import { packHooks } from '../../src/main/listener/operations.ts'
import { postJson, postText, startListenerDesk } from '../support/listener-desk.ts'

const FORM = 'application/x-www-form-urlencoded'

describe('a receipt', () => {
  test.each([
    ['as JSON', (url: string) => postJson(url, { report: 'R1', status: 'delivered' })],
    ['as JSON without a content type', (url: string) => postText(url, '{"report":"R1","status":"delivered"}')],
    ['as JSON called text', (url: string) => postText(url, '{"report":"R1","status":"delivered"}', 'text/plain; charset=utf-8')],
    ['as JSON of a vendor', (url: string) => postText(url, '{"report":"R1","status":"delivered"}', 'application/vnd.test+json')],
    ['as a form', (url: string) => postText(url, 'report=R1&status=delivered', FORM)],
    ['as a form with a character set', (url: string) => postText(url, 'report=R1&status=delivered', `${FORM}; charset=ISO-8859-1`)],
    ['as a query', (url: string) => fetch(`${url}?report=R1&status=delivered`)],
    ['as a query of a POST', (url: string) => fetch(`${url}?report=R1&status=delivered`, { method: 'POST' })],
    ['as a query of a HEAD', (url: string) => fetch(`${url}?report=R1&status=delivered`, { method: 'HEAD' })],
  ])('%s is stored, answered with 200 and no body, and applied', async (_how, send) => {
    const desk = await startListenerDesk()
    const messageId = desk.putMessage('R1')

    const answer = await send(desk.url)

    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
    expect(['connection', 'content-length', 'date', 'keep-alive']).toEqual(expect.arrayContaining([...answer.headers.keys()]))
    await desk.settled()
    expect(desk.hooks()).toMatchObject([
      { account_id: desk.accountId, verdict: 'applied', message_id: messageId, applied_at: desk.clock.at },
    ])
    expect(desk.statusOf(messageId)).toBe('delivered')
  })

  test('tells the screens which conversation changed', async () => {
    const desk = await startListenerDesk()
    const messageId = desk.putMessage('R1')
    const conversationId = desk.db.prepare('SELECT conversation_id FROM messages WHERE id = ?').pluck().get(messageId)
    await postJson(desk.url, { report: 'R1', status: 'delivered' })
    await expect
      .poll(() => desk.events.flatMap((event) => (event.kind === 'changed' ? event.changes : [])))
      .toEqual([{ topic: 'messages', conversationId }, { topic: 'conversations', conversationId }, { topic: 'desk' }])
  })

  test('that says nothing new is a duplicate and is answered with 200', async () => {
    const desk = await startListenerDesk()
    desk.putMessage('R1')
    const answers: number[] = []
    for (let copy = 0; copy < 3; copy += 1) {
      answers.push((await postJson(desk.url, { report: 'R1', status: 'delivered' })).status)
      await desk.settled()
    }
    expect(answers).toEqual([200, 200, 200])
    expect(desk.verdicts()).toEqual(['applied', 'duplicate', 'duplicate'])
    expect(desk.db.prepare(`SELECT count(*) FROM message_events WHERE kind = 'receipt'`).pluck().get()).toBe(1)
  })

  test('one request may carry several', async () => {
    const desk = await startListenerDesk()
    const one = desk.putMessage('R1')
    const other = desk.putMessage('R2')
    await postJson(desk.url, { report: 'R1,R2,R3', status: 'undelivered' })
    await desk.settled()
    expect([desk.statusOf(one), desk.statusOf(other)]).toEqual(['undelivered', 'undelivered'])
    expect(desk.verdicts()).toEqual(['applied'])
    expect(desk.parked()).toBe(1)
  })

  test('many at once are each stored and applied exactly once', async () => {
    const desk = await startListenerDesk()
    const messages = Array.from({ length: 60 }, (_, index) => desk.putMessage(`R${index}`))
    const answers = await Promise.all(messages.map((_, index) => postJson(desk.url, { report: `R${index}`, status: 'delivered' })))
    expect(answers.every((answer) => answer.status === 200)).toBe(true)
    await desk.settled()
    expect(desk.verdicts()).toEqual(messages.map(() => 'applied'))
    expect(messages.map(desk.statusOf)).toEqual(messages.map(() => 'delivered'))
  })
})

describe('a receipt that comes before its message is known', () => {
  test('is parked, answered with 200, and applied when the reference becomes known', async () => {
    const desk = await startListenerDesk()
    expect((await postJson(desk.url, { report: 'R1', status: 'delivered' })).status).toBe(200)
    await desk.settled()
    expect(desk.verdicts()).toEqual(['unknown_message'])
    expect(desk.parked()).toBe(1)

    const messageId = desk.putMessage('R1')
    const applied = await desk.store.hooks.applyParked({ accountId: desk.accountId, refs: ['R1', 'R2'], at: desk.clock.at + 5 })

    expect(applied.conversationIds).toHaveLength(1)
    expect(desk.statusOf(messageId)).toBe('delivered')
    expect(desk.hooks()).toMatchObject([{ verdict: 'applied', message_id: messageId, applied_at: desk.clock.at + 5 }])
    expect(desk.parked()).toBe(0)
  })

  test('repeated and out of order, leads to the same status', async () => {
    const desk = await startListenerDesk()
    for (const status of ['delivered', 'delivered', 'sent']) {
      await postJson(desk.url, { report: 'R1', status })
      await desk.settled()
    }
    const messageId = desk.putMessage('R1')
    await desk.store.hooks.applyParked({ accountId: desk.accountId, refs: ['R1'], at: desk.clock.at })
    expect(desk.statusOf(messageId)).toBe('delivered')
    expect(desk.verdicts()).toEqual(['applied', 'duplicate', 'applied'])
    expect(desk.parked()).toBe(0)
  })

  test('is not applied to a message of another account with the same reference', async () => {
    const desk = await startListenerDesk()
    await postJson(desk.url, { report: 'R1', status: 'delivered' })
    await desk.settled()
    const other = uuidv7()
    await desk.store.accounts.insert({ id: other, name: 'Other', provider: 'test', config: {}, hookKey: 'x', at: 1 })
    const messageId = desk.putMessage()
    desk.db.prepare('INSERT INTO provider_refs (account_id, ref, message_id) VALUES (?, ?, ?)').run(other, 'R1', messageId)
    const applied = await desk.store.hooks.applyParked({ accountId: other, refs: ['R1'], at: 1 })
    expect(applied.conversationIds).toEqual([])
    await desk.listener.applyPending()
    expect([desk.verdicts(), desk.statusOf(messageId), desk.parked()]).toEqual([['unknown_message'], 'sent', 1])
  })

  test('can be applied inside the transaction that stores the reference, and goes back with it', async () => {
    const desk = await startListenerDesk()
    await postJson(desk.url, { report: 'R1', status: 'delivered' })
    await desk.settled()
    const messageId = desk.putMessage()
    const record = desk.db.transaction((fail: boolean) => {
      desk.putRefs(messageId, 'R1')
      applyParkedReceipts(desk.db, { accountId: desk.accountId, refs: ['R1'], at: 1 })
      if (fail) throw new Error('rolled back')
    })
    expect(() => record(true)).toThrow('rolled back')
    expect(desk.verdicts()).toEqual(['unknown_message'])
    record(false)
    expect(desk.verdicts()).toEqual(['applied'])
    expect(desk.statusOf(messageId)).toBe('delivered')
  })

  test('is applied at the next start when the desk stopped in between', async () => {
    const desk = await startListenerDesk()
    await postJson(desk.url, { report: 'R1', status: 'delivered' })
    await desk.settled()
    const messageId = desk.putMessage('R1')
    await desk.listener.stop()
    await (await desk.start()).applyPending()
    expect(desk.statusOf(messageId)).toBe('delivered')
    expect(desk.verdicts()).toEqual(['applied'])
  })
})

describe('a text from a customer', () => {
  const TEXT = { from: '46701740699', to: '46701740600', text: 'Ja tack, vi kommer! 👍', id: 'I1' }

  test('becomes a message of a conversation and is announced by id', async () => {
    const desk = await startListenerDesk()
    expect((await postJson(desk.url, TEXT)).status).toBe(200)
    await desk.settled()
    const [message] = desk.db
      .prepare<[], { id: string; conversation_id: string; text: string; sender: string }>('SELECT * FROM messages')
      .all()
    expect(message).toMatchObject({ text: TEXT.text, sender: '+46701740699', status: 'received', created_at: desk.clock.at })
    expect(desk.hooks()).toMatchObject([{ verdict: 'applied', message_id: message?.id }])
    expect(desk.events.filter((event) => event.kind === 'inbound')).toEqual([
      { kind: 'inbound', what: 'text', conversationId: message?.conversation_id, messageId: message?.id },
    ])
  })

  test('sent again under the same id is a duplicate and is not announced again', async () => {
    const desk = await startListenerDesk()
    for (let copy = 0; copy < 2; copy += 1) {
      await postJson(desk.url, TEXT)
      await desk.settled()
    }
    expect(desk.verdicts()).toEqual(['applied', 'duplicate'])
    expect(desk.db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(1)
    expect(desk.events.filter((event) => event.kind === 'inbound')).toHaveLength(1)
  })

  test('keeps its letters when the sender does not write UTF-8', async () => {
    const desk = await startListenerDesk()
    const latin = Buffer.from('{"from":"46701740699","text":"Räksmörgås","id":"I2"}', 'latin1')
    expect((await postText(desk.url, Uint8Array.from(latin), 'application/json')).status).toBe(200)
    await desk.settled()
    expect(desk.db.prepare('SELECT text FROM messages').pluck().all()).toEqual(['Räksmörgås'])
  })
})

describe('a request that cannot be applied', () => {
  test('but is well-formed is answered with 200, such as a check of the address', async () => {
    const desk = await startListenerDesk()
    expect((await fetch(`${desk.url}?ping=1`)).status).toBe(200)
    expect(desk.hooks()).toMatchObject([{ verdict: 'applied', detail: 'The provider checked the address.', reading: null }])
  })

  test('because it is unreadable is stored as it came and answered with 400', async () => {
    const desk = await startListenerDesk()
    const answer = await postText(desk.url, '{"report": ', 'application/json')
    expect([answer.status, await answer.text()]).toEqual([400, ''])
    expect(desk.hooks()).toMatchObject([{ verdict: 'unreadable', body: '{"report": ', content_type: 'application/json', method: 'POST' }])
  })

  test('because the provider rejects it is stored and answered with 403', async () => {
    const desk = await startListenerDesk()
    expect((await postJson(desk.url, { refuse: 1 })).status).toBe(403)
    expect(desk.hooks()).toMatchObject([{ verdict: 'rejected', account_id: desk.accountId }])
  })

  test('because the adapter fails is stored as unreadable, logged, and the next one works', async () => {
    const desk = await startListenerDesk()
    expect((await postJson(desk.url, { crash: 1 })).status).toBe(400)
    expect(desk.log.events()).toContain('hook.adapter_failed')
    expect((await fetch(`${desk.url}?ping=1`)).status).toBe(200)
  })

  test('because the desk cannot store it is answered with 503, so that the provider repeats it', async () => {
    const desk = await startListenerDesk()
    expect((await fetch(`${desk.url}?ping=1`)).status).toBe(200)
    await desk.store.close()
    const answer = await postJson(desk.url, { report: 'R1', status: 'delivered' })
    expect([answer.status, await answer.text()]).toEqual([503, ''])
    expect(desk.log.events()).toContain('hook.not_stored')
  })

  test('is answered with 503 however many come while nothing can be stored, with a line in the log now and then', async () => {
    const desk = await startListenerDesk()
    await fetch(`${desk.url}?ping=1`)
    await desk.store.close()
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => fetch(index % 2 === 0 ? `${desk.url}?ping=1` : `${desk.url}x`)),
    )
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([503]))
    expect(desk.log.events().sort()).toEqual(['hook.not_stored', 'listener.fault'])
  })
})

describe('stored requests', () => {
  test('carry no secrets, and otherwise every character as it came', async () => {
    const desk = await startListenerDesk()
    const id = '17000000000000000123456789'
    const body = `{ "report":"R1","status":"sent","id":${id}, "Authorization" : "tok-canary", "deep":[{"token":{"a":"tok-canary"}}],"link":"https://x.example/?authorization=tok-canary&b=1" }`
    await postText(`${desk.url}?token=tok-canary&a=%C3%A5`, body, 'application/json')
    await postText(desk.url, 'report=R1&status=sent&tok%65n=tok-canary&x=1+2', FORM)
    await postText(desk.url, '{"report":"R1", "token":"tok-can', 'application/json')
    await postText(desk.url, 'token: tok-canary', 'text/plain')
    await desk.settled()
    expect(JSON.stringify(desk.hooks())).not.toContain('tok-can')
    expect(desk.hooks().map((hook) => [hook.query, hook.body])).toEqual([
      [
        'token=[secret]&a=%C3%A5',
        `{ "report":"R1","status":"sent","id":${id}, "Authorization" : "[secret]", "deep":[{"token":"[secret]"}],"link":"https://x.example/?authorization=[secret]&b=1" }`,
      ],
      ['', 'report=R1&status=sent&tok%65n=[secret]&x=1+2'],
      ['', '{"report":"R1", "token":"[secret]"'],
      ['', 'token: [secret]'],
    ])
  })

  test('are applied at the next start when the desk ends between answer and applying', async () => {
    const desk = await startListenerDesk()
    const messageId = desk.putMessage('R1')
    await desk.listener.stop()
    // A desk that stops dead right after its answer: applying never comes back.
    const { store } = desk
    const dying = await desk.start({ store: { ...store, hooks: { ...store.hooks, apply: () => Promise.reject(new Error('the end')) } } })
    const answer = await postJson(`${dying.address ?? ''}${desk.path}`, { report: 'R1', status: 'delivered' })
    expect(answer.status).toBe(200)
    await dying.stop()
    expect(desk.verdicts()).toEqual(['pending'])
    expect(desk.statusOf(messageId)).toBe('sent')

    const next = await desk.start()
    await next.applyPending()
    expect(desk.verdicts()).toEqual(['applied'])
    expect(desk.statusOf(messageId)).toBe('delivered')
  })

  test('by the hundred are applied at the next start in the order they came, and one that fails stops none', async () => {
    const desk = await startListenerDesk()
    const messageId = desk.putMessage('R1')
    await desk.store.hooks.take({
      packed: packHooks(
        Array.from({ length: 450 }, (_, index) => ({
          id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
          accountId: desk.accountId,
          receivedAt: index,
          method: 'POST',
          contentType: '',
          query: '',
          body: '',
          verdict: 'pending',
          detail: null,
          reading:
            index === 7
              ? ({ receipts: 'broken', inbound: [] } as never)
              : {
                  receipts: [{ ref: index % 2 === 0 ? 'R1' : 'unknown', status: 'delivered', rawStatus: String(index), detail: null }],
                  inbound: [],
                },
        })),
      ),
    })
    await desk.listener.applyPending()
    expect(desk.verdicts().filter((verdict) => verdict === 'pending')).toHaveLength(1)
    expect(desk.verdicts().filter((verdict) => verdict === 'applied')).toHaveLength(225)
    expect(desk.parked()).toBe(224)
    expect(desk.log.events()).toEqual(['hook.not_applied'])
    const words = desk.db
      .prepare(`SELECT data ->> 'rawStatus' FROM message_events WHERE message_id = ? ORDER BY sequence`)
      .pluck()
      .all(messageId)
    expect(words.map(Number)).toEqual(words.map(Number).sort((one, other) => one - other))
  })
})

describe('replaying a stored hook', () => {
  test('changes nothing when it was applied', async () => {
    const desk = await startListenerDesk()
    desk.putMessage('R1')
    await postJson(desk.url, { report: 'R1', status: 'delivered' })
    await postText(desk.url, 'from=46701740699&text=Hej', FORM)
    await desk.settled()
    const content = () => desk.db.prepare('SELECT * FROM messages ORDER BY id').all()
    const before = content()
    for (const hook of desk.hooks()) await desk.listener.replays.one(hook.id)
    expect(content()).toEqual(before)
    expect(desk.verdicts()).toEqual(['applied', 'applied'])
  })

  test('applies one whose message became known, and leaves nothing parked', async () => {
    const desk = await startListenerDesk()
    await postJson(desk.url, { report: 'R1', status: 'delivered' })
    await desk.settled()
    const id = desk.hooks()[0]?.id ?? ''
    await desk.listener.replays.one(id)
    expect([desk.verdicts(), desk.parked()]).toEqual([['unknown_message'], 1])
    const messageId = desk.putMessage('R1')
    await desk.listener.replays.one(id)
    expect([desk.verdicts(), desk.parked(), desk.statusOf(messageId)]).toEqual([['applied'], 0, 'delivered'])
  })

  test('reads an unreadable one again, for an adapter that learnt to', async () => {
    const desk = await startListenerDesk()
    const messageId = desk.putMessage('R1')
    await postText(desk.url, 'nonsense', 'text/plain')
    await postJson(desk.url, { crash: 1 })
    const [nonsense, crashed] = desk.hooks()
    await expect(desk.listener.replays.one(nonsense?.id ?? '')).rejects.toMatchObject({ code: 'hook_unreadable' })

    desk.db.prepare('UPDATE hooks SET body = ? WHERE id = ?').run('report=R1&status=delivered', crashed?.id)
    await desk.listener.replays.one(crashed?.id ?? '')
    expect(desk.verdicts()).toEqual(['unreadable', 'applied'])
    expect(desk.statusOf(messageId)).toBe('delivered')
  })

  test('is refused for one that was turned away or is gone', async () => {
    const desk = await startListenerDesk()
    await postJson(desk.url, { refuse: 1 })
    await expect(desk.listener.replays.one(desk.hooks()[0]?.id ?? '')).rejects.toMatchObject({ code: 'hook_rejected' })
    await expect(desk.listener.replays.one('00000000-0000-7000-8000-000000000001')).rejects.toMatchObject({ code: 'hook_not_found' })
  })
})
