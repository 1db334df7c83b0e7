import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { uuidv7 } from 'uuidv7'
import { describe, expect, onTestFinished, test } from 'vitest'
import { MAX_STRANGERS } from '../../src/main/listener/operations.ts'
import { postJson, postText, rawConnection, startListenerDesk } from '../support/listener-desk.ts'

const RECEIPT = { report: 'R1', status: 'delivered' }
const KIB = 1_024

/** Status, body and headers that could tell a stranger something. */
async function told(answer: Response): Promise<{ status: number; body: string; headers: string[] }> {
  return { status: answer.status, body: await answer.text(), headers: [...answer.headers.keys()].sort() }
}

const NOTHING = { status: 404, body: '', headers: ['connection', 'content-length', 'date'] }

describe('a stranger', () => {
  test('is told the same nothing whatever is wrong', async () => {
    const desk = await startListenerDesk()
    const base = desk.listener.address ?? ''
    const wrongKey = desk.url.replace(/k$/, 'x')
    const addresses = [
      wrongKey,
      `${desk.url}x`,
      desk.url.slice(0, -1),
      desk.url.toUpperCase().replace('HTTP', 'http').replace('/HOOKS', '/hooks'),
      `${base}/hooks/${uuidv7()}/${desk.url.split('/').at(-1) ?? ''}`,
      `${base}/hooks/__proto__/constructor`,
      `${base}/hooks/${desk.accountId}/`,
      `${base}/hooks/${desk.accountId}`,
      `${base}/hooks/%zz/%zz`,
      `${base}/hooks/${'a'.repeat(2_000)}/b`,
      `${desk.url}/`,
      `${desk.url}/more`,
      `${base}/`,
      `${base}/favicon.ico`,
      `${base}/hooks/..%2f..%2fetc/passwd`,
    ]
    const answers = await Promise.all(addresses.map(async (address) => ({ address, ...(await told(await postJson(address, RECEIPT))) })))
    expect(answers).toEqual(addresses.map((address) => ({ address, ...NOTHING })))
    const gets = await Promise.all(addresses.map(async (address) => (await fetch(address)).status))
    expect(gets).toEqual(addresses.map(() => 404))
    expect(desk.hooks().filter((hook) => hook.account_id !== null)).toEqual([])
  })

  test('learns nothing from any method', async () => {
    const desk = await startListenerDesk()
    const wrongKey = desk.path.replace(/k$/, 'x')
    const answers = new Map<string, string>()
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'M-SEARCH']) {
      for (const path of [wrongKey, '/', '*']) {
        const connection = rawConnection(desk.port)
        await connection.write(`${method} ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n`)
        answers.set(`${method} ${path}`, await connection.answer)
      }
    }
    expect(answers.size).toBe(21)
    expect([...answers].filter(([, answer]) => !/^HTTP\/1\.1 40[04] [^]*\r\n\r\n$/.test(answer))).toEqual([])
  })

  test('is noted without what it sent', async () => {
    const desk = await startListenerDesk()
    await postJson(`${desk.url}x?secret=canary`, { secret: 'canary' })
    await expect.poll(() => desk.hooks()).toMatchObject([{ account_id: null, verdict: 'rejected', query: '', body: '', method: 'POST' }])
    expect(JSON.stringify([desk.hooks(), desk.log.lines])).not.toContain('canary')
    expect(JSON.stringify([desk.hooks(), desk.log.lines])).not.toContain('kkkk')
  })

  test('in a flood grows neither the database nor the log, and does not keep the provider out', async () => {
    const desk = await startListenerDesk()
    const wrongKey = desk.url.replace(/k$/, 'x')
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(wrongKey)))
      expect(answers.every((answer) => answer.status === 404)).toBe(true)
    }
    expect((await fetch(`${desk.url}?ping=1`)).status).toBe(200)
    await desk.listener.stop()
    const strangers = () => desk.hooks().filter((hook) => hook.account_id === null).length
    expect(strangers()).toBe(20)
    expect(desk.log.events()).toEqual(['listener.refused'])
  })

  test('in a flood makes the desk look nothing up, and is looked into again as time goes by', async () => {
    const desk = await startListenerDesk()
    let lookUps = 0
    const listForHooks: typeof desk.store.accounts.listForHooks = () => {
      lookUps += 1
      return desk.store.accounts.listForHooks()
    }
    const listener = await desk.start({ store: { ...desk.store, accounts: { ...desk.store.accounts, listForHooks } } })
    const knock = async (times: number): Promise<void> => {
      for (let count = 0; count < times; count += 1) await fetch(`${listener.address}${desk.path}x`)
    }
    await knock(200)
    expect(lookUps).toBe(51)
    desk.clock.at += 1_000
    await knock(200)
    expect(lookUps).toBe(61)
    expect((await fetch(`${listener.address}${desk.path}?ping=1`)).status).toBe(200)
  })

  test('gets a new allowance as time goes by, and the log says once a minute how many there were', async () => {
    const desk = await startListenerDesk()
    for (let count = 0; count < 25; count += 1) await fetch(`${desk.url}x`)
    desk.clock.at += 60_000
    for (let count = 0; count < 25; count += 1) await fetch(`${desk.url}x`)
    await desk.listener.stop()
    expect(desk.hooks()).toHaveLength(40)
    expect(desk.log.lines.map((line) => line.fields)).toEqual([{ requests: 1 }, { requests: 25 }])
  })

  test('never has more than a thousand rows, and the accounts’ own rows stay', async () => {
    const desk = await startListenerDesk()
    await postJson(desk.url, { refuse: 1 })
    for (let count = 0; count < MAX_STRANGERS + 50; count += 1) {
      await desk.store.hooks.noteRefused({ id: uuidv7(), accountId: null, receivedAt: count, method: 'GET', contentType: '', detail: '' })
    }
    const rows = desk.hooks()
    expect(rows.filter((row) => row.account_id === null)).toHaveLength(1_000)
    expect(rows.filter((row) => row.account_id !== null)).toHaveLength(1)
    expect(desk.db.prepare('SELECT min(received_at) FROM hooks WHERE account_id IS NULL').pluck().get()).toBe(50)
  })
})

describe('accounts', () => {
  test('added while the listener runs are let in at once, and removed ones are turned away', async () => {
    const desk = await startListenerDesk()
    await fetch(`${desk.url}?ping=1`)
    const id = uuidv7()
    await desk.store.accounts.insert({ id, name: 'New', provider: 'test', config: { sender: 'X' }, hookKey: 'new-key', at: 1 })
    expect((await fetch(`${desk.listener.address ?? ''}/hooks/${id}/new-key?ping=1`)).status).toBe(200)

    await desk.store.accounts.remove({ id, at: 2 })
    desk.hub.changed({ topic: 'accounts' })
    await expect.poll(async () => (await fetch(`${desk.listener.address ?? ''}/hooks/${id}/new-key?ping=1`)).status).toBe(404)
  })
})

describe('a request with the right key', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('and the method %s is answered with 405', async (method) => {
    const desk = await startListenerDesk()
    const answer = await fetch(desk.url, { method })
    expect([answer.status, await answer.text(), answer.headers.get('allow')]).toEqual([405, '', 'GET, HEAD, POST'])
    await expect.poll(() => desk.verdicts()).toEqual(['rejected'])
  })

  test.each(['text/xml', 'multipart/form-data; boundary=x', 'application/octet-stream', 'json', 'application/jsonp'])(
    'and the content type %s is answered with 415',
    async (contentType) => {
      const desk = await startListenerDesk()
      const answer = await postText(desk.url, '{"report":"R1"}', contentType)
      expect([answer.status, await answer.text()]).toEqual([415, ''])
      await expect.poll(() => desk.hooks()).toMatchObject([{ verdict: 'rejected', account_id: desk.accountId, body: '' }])
    },
  )

  test('and a compressed body is answered with 415', async () => {
    const desk = await startListenerDesk()
    const answer = await fetch(desk.url, { method: 'POST', body: 'x', headers: { 'content-encoding': 'gzip' } })
    expect(answer.status).toBe(415)
  })

  test('and a body of just 256 KiB is taken', async () => {
    const desk = await startListenerDesk()
    const frame = JSON.stringify({ ...RECEIPT, filler: '' })
    const body = frame.replace('""', `"${'x'.repeat(256 * KIB - frame.length)}"`)
    expect(body).toHaveLength(256 * KIB)
    expect((await postText(desk.url, body, 'application/json')).status).toBe(200)
    expect((await postText(desk.url, `${body} `, 'application/json')).status).toBe(413)
  })

  test('and a body too long by its own account is answered with 413 before any of it comes', async () => {
    const desk = await startListenerDesk()
    const connection = rawConnection(desk.port)
    await connection.write(`POST ${desk.path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10485760\r\n\r\n`)
    expect(await connection.answer).toMatch(/^HTTP\/1\.1 413 [^]*\r\n\r\n$/)
    await expect.poll(() => desk.hooks()).toMatchObject([{ verdict: 'rejected', body: '' }])
  })

  test('and a body that turns out too long is cut off', async () => {
    const desk = await startListenerDesk()
    const connection = rawConnection(desk.port)
    await connection.write(`POST ${desk.path} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n`)
    for (let sent = 0; sent < 5; sent += 1) await connection.write(`10000\r\n${'x'.repeat(64 * KIB)}\r\n`)
    expect(await connection.answer).toMatch(/^HTTP\/1\.1 413 [^]*\r\n\r\n$/)
    expect(desk.hooks().map((hook) => hook.body)).not.toContain('x')
  })

  test('and ten megabytes without end is cut off long before', async () => {
    const desk = await startListenerDesk()
    const connection = rawConnection(desk.port)
    await connection.write(`POST ${desk.path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`)
    let sent = 0
    // Whatever still fits the buffers of the connection may leave; the end of the body never can.
    while (sent < 64 * KIB * KIB && (await connection.write(`100000\r\n${'x'.repeat(KIB * KIB)}\r\n`))) sent += KIB * KIB
    await connection.answer
    expect(sent).toBeLessThan(64 * KIB * KIB)
    expect((await fetch(`${desk.url}?ping=1`)).status).toBe(200)
  })

  test.each([
    ['objects nested 100,000 deep', '{"a":'.repeat(40_000)],
    ['arrays nested 200,000 deep', '['.repeat(200_000)],
    ['a receipt with nesting 40 deep', `{"report":"R1","status":"sent","a":${'['.repeat(40)}${']'.repeat(40)}}`],
    ['a receipt with twenty thousand fields', `{"report":"R1",${Array.from({ length: 20_000 }, (_, index) => `"${index}":1`).join(',')}}`],
  ])('and %s is unreadable, and the next request is served', async (_what, body) => {
    const desk = await startListenerDesk()
    expect((await postText(desk.url, body, 'application/json')).status).toBe(400)
    expect(desk.verdicts()).toEqual(['unreadable'])
    expect((await fetch(`${desk.url}?ping=1`)).status).toBe(200)
  })

  test.each([
    ['__proto__', '{"__proto__":{"crash":1},"report":"R1","status":"delivered"}'],
    ['__proto__ in escapes', '{"\\u005f_proto__":{"crash":1},"report":"R1","status":"delivered"}'],
    ['constructor', '{"report":"R1","constructor":{"prototype":{"crash":1}},"status":"delivered"}'],
    ['nested __proto__', '{"report":"R1","status":"delivered","a":{"__proto__":{"crash":1}}}'],
  ])('and a member called %s does not reach the adapter, but is kept as it came', async (_name, body) => {
    const desk = await startListenerDesk()
    desk.putMessage('R1')
    expect((await postText(desk.url, body, 'application/json')).status).toBe(200)
    await desk.settled()
    expect(desk.hooks()).toMatchObject([{ verdict: 'applied', body }])
    expect(({} as Record<string, unknown>).crash).toBeUndefined()
  })

  test('and bytes that are no text in any form is stored and answered', async () => {
    const desk = await startListenerDesk()
    const bytes = Uint8Array.from({ length: 512 }, (_, index) => index % 256)
    expect((await postText(desk.url, bytes, 'application/json')).status).toBe(400)
    expect((await postText(desk.url, bytes, 'text/plain; charset=no-such-set')).status).toBe(400)
    expect(desk.verdicts()).toEqual(['unreadable', 'unreadable'])
  })
})

describe('a client', () => {
  const SHORT = { headersTimeoutMs: 150, requestTimeoutMs: 300, checkEveryMs: 30 }

  test('that sends its headers too slowly is cut off', async () => {
    const desk = await startListenerDesk({ limits: SHORT })
    const connection = rawConnection(desk.port)
    await connection.write(`POST ${desk.path} HTTP/1.1\r\nHost: x\r\nX-Slow: `)
    expect(await connection.answer).toMatch(/^HTTP\/1\.1 408 [^]*\r\n\r\n$/)
  })

  test('that sends its body too slowly is cut off', async () => {
    const desk = await startListenerDesk({ limits: SHORT })
    const connection = rawConnection(desk.port)
    await connection.write(`POST ${desk.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{`)
    expect(await connection.answer).toMatch(/^HTTP\/1\.1 408 [^]*\r\n\r\n$/)
    expect(desk.hooks()).toEqual([])
  })

  test('that connects and says nothing is cut off', async () => {
    const desk = await startListenerDesk({ limits: { ...SHORT, idleTimeoutMs: 100 } })
    expect(await rawConnection(desk.port).answer).toMatch(/^(HTTP\/1\.1 408 [^]*)?$/)
  })

  test('that opens more connections than allowed is turned away', async () => {
    const desk = await startListenerDesk({ limits: { connections: 2 } })
    const held = [rawConnection(desk.port), rawConnection(desk.port)]
    for (const one of held) await one.write('GET ')
    expect(await rawConnection(desk.port).answer).toBe('')
    expect(held.map((one) => one.closed())).toEqual([false, false])
  })

  test.each([
    ['no HTTP', 'hello\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['endless headers', `GET / HTTP/1.1\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx', /^HTTP\/1\.1 400 /],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 40[04] /],
  ])('that speaks %s gets a status and nothing else', async (_what, bytes, status) => {
    const desk = await startListenerDesk()
    const connection = rawConnection(desk.port)
    await connection.write(bytes)
    const answer = await connection.answer
    expect(answer).toMatch(status)
    expect(answer).toMatch(/\r\n\r\n$/)
    expect(answer.toLowerCase()).not.toMatch(/fastify|node|error/)
  })
})

describe('starting and stopping', () => {
  test('listens on the loopback address only', async () => {
    const desk = await startListenerDesk()
    expect(desk.listener.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(desk.listener.problem).toBeNull()
  })

  test('a taken port is a problem in words, not a crash', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const desk = await startListenerDesk()
    const listener = await desk.start({ port })
    expect(listener.address).toBeNull()
    expect(listener.problem).toBe(
      `Another program already uses port ${port}. Delivery reports and replies cannot come in; sending works. Close that program or choose another port in Settings › Listener.`,
    )
    await listener.applyPending()
    await listener.stop()
  })

  test('without a port it runs no server and has no problem', async () => {
    const desk = await startListenerDesk()
    const listener = await desk.start({ port: null })
    expect([listener.address, listener.problem]).toEqual([null, null])
  })

  test('stopping waits until what was answered is applied', async () => {
    const desk = await startListenerDesk()
    const { store } = desk
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const listener = await desk.start({
      store: { ...store, hooks: { ...store.hooks, apply: (input) => held.then(() => store.hooks.apply(input)) } },
    })
    await postJson(`${listener.address ?? ''}${desk.path}`, RECEIPT)
    const stopped = listener.stop().then(() => desk.verdicts())
    await expect(fetch(listener.address ?? '')).rejects.toThrow('fetch failed')
    expect(desk.verdicts()).toEqual(['pending'])
    letGo()
    expect(await stopped).toEqual(['unknown_message'])
  })

  test('stopping applies what was answered, closes every connection, and takes nothing more', async () => {
    const desk = await startListenerDesk()
    const messages = Array.from({ length: 30 }, (_, index) => desk.putMessage(`R${index}`))
    const idle = rawConnection(desk.port)
    await idle.write('GET ')
    const answers = await Promise.all(messages.map((_, index) => postJson(desk.url, { report: `R${index}`, status: 'delivered' })))
    await desk.listener.stop()
    expect(answers.map((answer) => answer.status)).toEqual(messages.map(() => 200))
    expect(desk.verdicts()).toEqual(messages.map(() => 'applied'))
    await idle.answer
    await expect(fetch(desk.url)).rejects.toThrow('fetch failed')
  })
})
