import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createHttpClient } from '../../src/main/http/undici-client.ts'
import { recordEvent } from '../../src/main/messages/record-event.ts'
import { connectelAdapter } from '../../src/main/providers/connectel/index.ts'
import { createTestProvider } from '../support/test-provider.ts'
import type { Given } from './desk.ts'
import { NOW, numberOf, put, putMany, startListDesk } from './desk.ts'

/** What a provider says about a reference: its words, no answer at all, or a fault. */
type Says = { statusInt: number; statusStr: string } | { bulkid: string; recipient: object[] } | 'unknown' | 'broken'

/** A provider that can be asked, on a real port, and a desk with an account there besides those that cannot ask. */
async function startAskingDesk(says: (ref: string) => Says = () => ({ statusInt: 1, statusStr: 'DELIVRD' })) {
  const asked: string[] = []
  const under = { way: 0, most: 0 }
  const server = createServer((request, response) => {
    const ref = new URL(request.url ?? '', 'http://localhost').searchParams.get('requestid') ?? ''
    asked.push(ref)
    under.way += 1
    under.most = Math.max(under.most, under.way)
    setImmediate(() => {
      under.way -= 1
      const answer = says(ref)
      if (answer === 'broken') response.writeHead(500).end('oops')
      else if (answer === 'unknown') response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"no such message"}')
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ requestid: ref, ...answer }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const http = createHttpClient()
  onTestFinished(async () => {
    await http.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const desk = await startListDesk({ providers: [createTestProvider(), connectelAdapter], adapterContext: { http, now: () => NOW } })
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2/`
  const accountId = await desk.add('Connectel', 'connectel', { sender: 'Garage', baseUrl })
  const unsure = (ref: string | null, given: Partial<Given> = {}) => {
    const id = put(desk.db, { accountId, status: 'unconfirmed', code: 'timeout', refs: ref === null ? [] : [ref], ...given })
    if (ref !== null) noteRef(id, ref)
    return id
  }
  /** That the attempt of unknown outcome gave this reference. */
  const noteRef = (id: string, ref: string) =>
    void recordEvent(desk.db, id, { kind: 'outcome_unknown', code: 'timeout', message: '', refs: [ref] }, NOW)
  return { ...desk, asked, under, accountId, unsure, noteRef }
}

test('asks about each that can be asked about, and believes what is said', async () => {
  const words: Record<string, Says> = {
    'R-delivered': { statusInt: 1, statusStr: 'DELIVRD' },
    'R-lost': { statusInt: 5, statusStr: 'UNDELIV' },
    'R-strange': 'unknown',
    'R-broken': 'broken',
  }
  const desk = await startAskingDesk((ref) => words[ref] ?? 'unknown')
  const delivered = desk.unsure('R-delivered', { to: numberOf(1) })
  const lost = desk.unsure('R-lost', { to: numberOf(2) })
  const strange = desk.unsure('R-strange', { to: numberOf(3) })
  const broken = desk.unsure('R-broken', { to: numberOf(4) })
  const nameless = desk.unsure(null, { to: numberOf(5) })
  const elsewhere = desk.unsure('X-1', { to: numberOf(6), accountId: desk.garage })
  const left = desk.unsure('R-left', { to: numberOf(7), leftUnconfirmed: true })
  const sent = desk.unsure('R-sent', { to: numberOf(8), status: 'sent' })

  expect(await desk.service.askAboutUnconfirmed()).toEqual({ asked: 4, settled: 2, cannotBeAsked: 2 })
  expect(desk.asked.toSorted()).toEqual(['R-broken', 'R-delivered', 'R-lost', 'R-strange'])
  const statuses = [delivered, lost, strange, broken, nameless, elsewhere, left, sent].map((id) => desk.row(id).status)
  expect(statuses).toEqual(['delivered', 'undelivered', 'unconfirmed', 'unconfirmed', 'unconfirmed', 'unconfirmed', 'unconfirmed', 'sent'])
  expect(await desk.told()).toContainEqual({ topic: 'messages', conversationId: desk.conversationOf(delivered) })
  expect(desk.woken()).toBe(1)
})

/** A desk with calls whose texts are unconfirmed. */
async function startCallDesk(words: Record<string, Says>) {
  const desk = await startAskingDesk((ref) => words[ref] ?? 'unknown')
  return {
    ...desk,
    /** A text of a call; `ref` is its own id, where one came. */
    inCall(callId: string, ref: string | null, index: number): string {
      const id = put(desk.db, { accountId: desk.accountId, status: 'unconfirmed', refs: ref === null ? [] : [ref], to: numberOf(index) })
      desk.db
        .prepare(
          `INSERT INTO attempts (id, message_id, account_id, number, call_id, started_at, finished_at, outcome) VALUES (@id, @id, @accountId, 1, @callId, @at, @at, 'unknown')`,
        )
        .run({ id, accountId: desk.accountId, callId, at: NOW })
      recordEvent(desk.db, id, { kind: 'claimed', attempt: 1 }, NOW)
      if (ref !== null) desk.noteRef(id, ref)
      return id
    },
    /** What the provider calls it. */
    name(callId: string, ref: string): void {
      desk.db.prepare('INSERT INTO call_refs (call_id, account_id, ref) VALUES (?, ?, ?)').run(callId, desk.accountId, ref)
    },
  }
}

test('texts of one call are asked about together, and by themselves where that says nothing', async () => {
  const desk = await startCallDesk({ R1: { statusInt: 1, statusStr: 'DELIVRD' }, R3: { statusInt: 5, statusStr: 'UNDELIV' } })
  const ids = [desk.inCall('k1', 'R1', 1), desk.inCall('k1', null, 2), desk.inCall('k2', 'R3', 3), desk.inCall('k3', null, 4)]
  desk.name('k1', 'B1')
  desk.name('k2', 'B2')
  expect(await desk.service.askAboutUnconfirmed()).toEqual({ asked: 3, settled: 2, cannotBeAsked: 1 })
  // k2 has one text only, with an id of its own; nobody knows what the provider calls k3.
  expect(desk.asked.toSorted()).toEqual(['B1', 'R1', 'R3'])
  expect(ids.map((id) => desk.row(id).status)).toEqual(['delivered', 'unconfirmed', 'undelivered', 'unconfirmed'])
})

test('what the answer about a call told is not asked about again', async () => {
  const recipient = [1, 2].map((index) => ({ recipient: numberOf(index).slice(1), requestid: `R${index}`, statusStr: 'DELIVRD' }))
  const desk = await startCallDesk({ B1: { bulkid: 'B1', recipient }, R3: { statusInt: 1, statusStr: 'DELIVRD' } })
  const ids = [desk.inCall('k1', 'R1', 1), desk.inCall('k1', null, 2), desk.inCall('k1', 'R3', 3)]
  desk.name('k1', 'B1')
  expect(await desk.service.askAboutUnconfirmed()).toEqual({ asked: 3, settled: 3, cannotBeAsked: 0 })
  expect(desk.asked).toEqual(['B1', 'R3'])
  expect(ids.map((id) => desk.row(id).status)).toEqual(['delivered', 'delivered', 'delivered'])
})

test('nothing unconfirmed, nothing asked', async () => {
  const desk = await startAskingDesk()
  expect(await desk.service.askAboutUnconfirmed()).toEqual({ asked: 0, settled: 0, cannotBeAsked: 0 })
  expect(desk.asked).toEqual([])
  expect(await desk.told()).toEqual([])
})

test('at most 200 in one go and four at a time; the next call goes on with the others', async () => {
  const desk = await startAskingDesk(() => 'unknown')
  const ids = putMany(desk.db, 250, (index) => ({
    accountId: desk.accountId,
    status: 'unconfirmed',
    refs: [`R-${index}`],
    to: numberOf(index),
    createdAt: NOW - index,
  }))
  desk.db.transaction(() => ids.forEach((id, index) => desk.noteRef(id, `R-${index}`)))()
  expect(await desk.service.askAboutUnconfirmed()).toEqual({ asked: 200, settled: 0, cannotBeAsked: 0 })
  expect(new Set(desk.asked).size).toBe(200)
  expect(desk.under.most).toBeLessThanOrEqual(4)
  expect(desk.under.most).toBeGreaterThan(1)
  await desk.service.askAboutUnconfirmed()
  expect(new Set(desk.asked).size).toBe(250)
  expect(desk.asked).toHaveLength(400)
})

test('two callers at once share one round', async () => {
  const desk = await startAskingDesk()
  desk.unsure('R-1')
  const [one, other] = await Promise.all([desk.service.askAboutUnconfirmed(), desk.service.askAboutUnconfirmed()])
  expect(one).toEqual({ asked: 1, settled: 1, cannotBeAsked: 0 })
  expect(other).toEqual(one)
  expect(desk.asked).toEqual(['R-1'])
})

test('an account that cannot be opened, or is gone, cannot be asked', async () => {
  const desk = await startAskingDesk()
  const gone = await desk.add('Gone', 'connectel', { sender: 'Garage', baseUrl: 'http://127.0.0.1:9/' })
  desk.unsure('R-1', { accountId: gone })
  await desk.accounts.remove(gone)
  expect(await desk.service.askAboutUnconfirmed()).toEqual({ asked: 0, settled: 0, cannotBeAsked: 1 })
  desk.secrets.values.clear()
  desk.unsure('R-2')
  expect(await desk.service.askAboutUnconfirmed()).toEqual({ asked: 0, settled: 0, cannotBeAsked: 2 })
  expect(desk.asked).toEqual([])
})
