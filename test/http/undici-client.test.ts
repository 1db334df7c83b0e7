import { expect, onTestFinished, test, vi } from 'vitest'
import type { HttpClient, HttpRequest } from '../../src/main/http/client.ts'
import type { HttpClientOptions } from '../../src/main/http/undici-client.ts'
import { createHttpClient, MAX_BODY_BYTES } from '../../src/main/http/undici-client.ts'
import { httpAnswer, startTcpServer, whenHeard } from '../support/tcp-server.ts'

const BODY = '{"text":"hej"}'

function newClient(options?: HttpClientOptions): HttpClient {
  const client = createHttpClient(options)
  onTestFinished(() => client.close())
  return client
}

function post(port: number, change: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'POST', url: `http://127.0.0.1:${port}/send/`, headers: { 'Content-Type': 'application/json' }, body: BODY, ...change }
}

test('gives the answer with its status, its headers in lower case and its body', async () => {
  const server = await startTcpServer((socket, heard) =>
    whenHeard(socket, heard, BODY, () => socket.write(httpAnswer(201, 'Grüße', { 'X-Twice': 'a', 'Retry-After': '3' }))),
  )
  const result = await newClient().request(post(server.port))
  expect(result).toEqual({
    kind: 'response',
    status: 201,
    headers: { 'content-length': '7', 'x-twice': 'a', 'retry-after': '3' },
    body: 'Grüße',
  })
  expect(server.heard).toEqual([
    `POST /send/ HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nconnection: keep-alive\r\nContent-Type: application/json\r\ncontent-length: 14\r\n\r\n${BODY}`,
  ])
})

test('a refused port means that nothing was written', async () => {
  const server = await startTcpServer(() => undefined)
  await server.close()
  expect(await newClient().request(post(server.port))).toMatchObject({ kind: 'failure', written: false, offline: false, code: 'refused' })
})

test('a name that does not exist means that nothing was written, and does not mean offline', async () => {
  const result = await newClient().request(post(80, { url: 'https://sms.example.invalid/send/' }))
  // A machine without any DNS server answers EAI_AGAIN for every name, which is being offline.
  const known = [
    { code: 'dns', offline: false },
    { code: 'offline', offline: true },
  ].map((facts) => expect.objectContaining({ kind: 'failure', written: false, ...facts }))
  expect(known).toContainEqual(result)
})

test.each(['', 'not an address', 'ftp://127.0.0.1/', 'http://'])('the address “%s” is no web address', async (url) => {
  expect(await newClient().request(post(1, { url }))).toMatchObject({ kind: 'failure', written: false, code: 'bad_url' })
})

test('a header that no server would take is a failure before anything is written', async () => {
  const server = await startTcpServer(() => undefined)
  const result = await newClient().request(post(server.port, { headers: { 'X-Bad': 'a\r\nb' } }))
  expect(result).toMatchObject({ kind: 'failure', written: false })
  expect(server.heard).toEqual([])
})

test('a server that hangs up on the TLS greeting was sent no request', async () => {
  const server = await startTcpServer((socket) => void socket.once('data', () => socket.destroy()))
  const url = `https://127.0.0.1:${server.port}/send/`
  expect(await newClient().request(post(server.port, { url }))).toMatchObject({ kind: 'failure', written: false, code: 'tls' })
})

test('a server that answers the TLS greeting in plain text was sent no request', async () => {
  const server = await startTcpServer((socket) => void socket.once('data', () => socket.end(httpAnswer(400, 'no'))))
  const url = `https://127.0.0.1:${server.port}/send/`
  expect(await newClient().request(post(server.port, { url }))).toMatchObject({ kind: 'failure', written: false, code: 'tls' })
  expect(server.heard.join('')).not.toContain('hej')
})

test('a server that never finishes the TLS greeting is given up on, with nothing written', async () => {
  const server = await startTcpServer(() => undefined)
  const url = `https://127.0.0.1:${server.port}/send/`
  const result = await newClient({ connectTimeoutMs: 100 }).request(post(server.port, { url }))
  expect(result).toMatchObject({ kind: 'failure', written: false, offline: false, code: 'connect_timeout' })
})

test('a reset before anything was read is a reset; it counts as written only if bytes had been handed over', async () => {
  const server = await startTcpServer((socket) => void socket.resetAndDestroy())
  const client = newClient()
  for (let round = 0; round < 20; round += 1) {
    // Which of the two comes first, the reset or our write, is up to the network.
    expect(await client.request(post(server.port))).toMatchObject({ kind: 'failure', offline: false, code: 'reset' })
  }
  expect(server.heard.join('')).toBe('')
})

test('a reset after the request was read counts as written, and is not repeated', async () => {
  const server = await startTcpServer((socket, heard) => whenHeard(socket, heard, BODY, () => socket.resetAndDestroy()))
  expect(await newClient().request(post(server.port))).toMatchObject({ kind: 'failure', written: true, code: 'reset' })
  expect(server.heard).toHaveLength(1)
})

test('half an answer is no answer', async () => {
  const server = await startTcpServer((socket, heard) =>
    whenHeard(socket, heard, BODY, () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"requestid":"R1"')),
  )
  expect(await newClient().request(post(server.port))).toMatchObject({ kind: 'failure', written: true, code: 'reset' })
})

test('an answer that never comes is a failure after the whole-exchange time', async () => {
  const server = await startTcpServer(() => undefined)
  const result = await newClient({ exchangeTimeoutMs: 80 }).request(post(server.port))
  expect(result).toMatchObject({ kind: 'failure', written: true, offline: false, code: 'timeout' })
  expect(server.heard).toHaveLength(1)
})

test('an answer that drips past the whole-exchange time is a failure too', async () => {
  const server = await startTcpServer((socket, heard) =>
    whenHeard(socket, heard, BODY, () => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
      const drip = setInterval(() => socket.write('1\r\nx\r\n'), 10)
      socket.on('close', () => clearInterval(drip))
    }),
  )
  expect(await newClient().request(post(server.port, { timeoutMs: 150 }))).toMatchObject({
    kind: 'failure',
    written: true,
    code: 'timeout',
  })
})

test('bytes that are not HTTP are a failure after the request was written', async () => {
  const server = await startTcpServer((socket, heard) =>
    whenHeard(socket, heard, BODY, () => socket.write('\u0000\u0001 lorem ipsum\r\n\r\n')),
  )
  expect(await newClient().request(post(server.port))).toMatchObject({ kind: 'failure', written: true })
})

test('an interim answer is not taken for the answer', async () => {
  const server = await startTcpServer((socket, heard) =>
    whenHeard(socket, heard, BODY, () => socket.write(`HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n${httpAnswer(200, 'done')}`)),
  )
  expect(await newClient().request(post(server.port))).toMatchObject({ kind: 'response', status: 200, body: 'done' })
})

test('a body of 3 MB is cut at 1 MiB', async () => {
  const server = await startTcpServer((socket, heard) =>
    whenHeard(socket, heard, BODY, () => socket.write(httpAnswer(200, 'ä'.repeat(1_500_000)))),
  )
  const result = await newClient().request(post(server.port))
  expect(result).toMatchObject({ kind: 'response', status: 200, body: 'ä'.repeat(MAX_BODY_BYTES / 2) })
})

test('bytes that are not UTF-8 are read as replacement characters', async () => {
  const server = await startTcpServer((socket, heard) =>
    whenHeard(socket, heard, BODY, () => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n')
      socket.write(Buffer.from([0x61, 0xff, 0x62]))
    }),
  )
  expect(await newClient().request(post(server.port))).toMatchObject({ kind: 'response', body: 'a\uFFFDb' })
})

test('a redirect is an answer and is never followed', async () => {
  const elsewhere = await startTcpServer(() => undefined)
  const server = await startTcpServer((socket, heard) =>
    whenHeard(socket, heard, BODY, () => socket.write(httpAnswer(307, '', { location: `http://127.0.0.1:${elsewhere.port}/` }))),
  )
  expect(await newClient().request(post(server.port))).toMatchObject({ kind: 'response', status: 307 })
  expect(elsewhere.heard).toEqual([])
})

test('a connection is used again, and a reset on it after the write counts as written and is not repeated', async () => {
  let requests = 0
  const server = await startTcpServer((socket, heard) =>
    socket.on('data', () => {
      if (!heard().endsWith(BODY)) return
      requests += 1
      if (requests === 1) socket.write(httpAnswer(200, 'first'))
      else socket.resetAndDestroy()
    }),
  )
  const client = newClient()
  expect(await client.request(post(server.port))).toMatchObject({ kind: 'response', body: 'first' })
  // The connection is free for the next request one turn of the event loop after the answer.
  await new Promise((resolve) => setImmediate(resolve))
  expect(await client.request(post(server.port))).toMatchObject({ kind: 'failure', written: true, code: 'reset' })
  expect(server.heard).toHaveLength(1)
  expect(requests).toBe(2)
})

test('a connection the server has closed while idle is not written to: a new one is made', async () => {
  const server = await startTcpServer((socket, heard) => {
    let answered = false
    socket.on('data', () => {
      if (answered || !heard().endsWith(BODY)) return
      answered = true
      socket.end(httpAnswer(200, 'once'))
    })
  })
  const client = newClient()
  for (let round = 0; round < 5; round += 1) {
    expect(await client.request(post(server.port))).toMatchObject({ kind: 'response', body: 'once' })
  }
  // Each request stands on a connection of its own, whole and once.
  expect(server.heard).toHaveLength(5)
  for (const heard of server.heard) expect(heard.split(BODY)).toHaveLength(2)
})

test('whatever a server does with connections, each request is written at most once', async () => {
  const seen = new Map<string, number>()
  let connections = 0
  const server = await startTcpServer((socket, heard) => {
    connections += 1
    const habit = connections % 4
    let read = 0
    socket.on('data', () => {
      const ids = [...heard().matchAll(/"id":(\d+)\}/g)].map((match) => match[1] ?? '')
      for (const id of ids.slice(read)) {
        seen.set(id, (seen.get(id) ?? 0) + 1)
        if (habit === 0) socket.resetAndDestroy()
        else if (habit === 1) socket.destroy()
        else if (habit === 2) socket.end(httpAnswer(200, id))
        else socket.write(httpAnswer(200, id))
      }
      read = ids.length
    })
  })
  const client = newClient()
  let next = 0
  async function lane(): Promise<void> {
    while (next < 200) {
      const id = String((next += 1))
      const result = await client.request(post(server.port, { body: `{"id":${id}}` }))
      const times = seen.get(id) ?? 0
      // Answered: written once. Failed before the write: never. Failed after it: at most once.
      const allowed = result.kind === 'response' ? [1] : result.written ? [0, 1] : [0]
      expect(allowed).toContain(times)
      expect(result.kind === 'failure' || result.body === id).toBe(true)
    }
  }
  await Promise.all([lane(), lane(), lane(), lane()])
  expect(Math.max(...seen.values())).toBe(1)
})

test('closing ends calls in flight as "nobody knows", and later calls write nothing', async () => {
  const server = await startTcpServer(() => undefined)
  const client = newClient()
  const call = client.request(post(server.port))
  await vi.waitFor(() => expect(server.heard.join('')).toContain('hej'))
  await client.close()
  expect(await call).toMatchObject({ kind: 'failure', written: true })
  expect(await client.request(post(server.port))).toMatchObject({ kind: 'failure', written: false })
})
