import { createHmac, timingSafeEqual } from 'node:crypto'
import { expect, test } from 'vitest'
import type { HookProof } from '../../src/main/providers/types.ts'
import { KEY, postText, startListenerDesk } from '../support/listener-desk.ts'
import { createTestProvider } from '../support/test-provider.ts'

const SECRET = 'hook-secret-example'

/** A provider that signs the bytes of its requests. */
const hookProof: HookProof = {
  secretKeys: ['token'],
  problem({ secrets }, { bytes, headers }, now) {
    const wanted = createHmac('sha256', secrets['token'] ?? '')
      .update(bytes)
      .digest('hex')
    const given = headers['x-signature'] ?? ''
    if (given.length !== wanted.length || !timingSafeEqual(Buffer.from(given), Buffer.from(wanted))) return 'The signature is wrong.'
    return Number(headers['x-time']) > now ? 'It comes from the future.' : null
  },
}

const sign = (body: string | Uint8Array, secret = SECRET) => createHmac('sha256', secret).update(body).digest('hex')

async function openDesk(secrets: () => Promise<Record<string, string>> = () => Promise.resolve({ token: SECRET })) {
  const asked: string[][] = []
  const desk = await startListenerDesk()
  const provider = createTestProvider({ hookProof })
  const listener = await desk.start({
    accounts: {
      adapter: () => provider,
      hookSecrets: (_id, keys) => {
        asked.push([...keys])
        return secrets()
      },
    },
  })
  const url = `${listener.address ?? ''}/hooks/${desk.accountId}/${KEY}`
  return { ...desk, asked, url }
}

function post(url: string, body: string | Uint8Array<ArrayBuffer>, signature: string, time = 0): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'x-signature': signature, 'x-time': String(time) }
  return fetch(url, { method: 'POST', body: new Blob([body]), headers })
}

test('a request with the right signature is read', async () => {
  const desk = await openDesk()
  const { url, settled, statusOf, verdicts, asked } = desk
  const id = desk.putMessage('R1')
  const body = ' {"report" : "R1", "status": "delivered"} '
  expect((await post(url, body, sign(body))).status).toBe(200)
  await settled()
  expect([statusOf(id), verdicts()]).toEqual(['delivered', ['applied']])
  expect((await post(url, body, sign(body))).status).toBe(200)
  expect(asked).toEqual([['token']])
})

test('the signature is about the bytes as they came, not about the text they read as', async () => {
  const { url, verdicts } = await openDesk()
  const bytes = new Uint8Array([...Buffer.from('{"from":"46701740605","to":"1","text":"caf'), 0xe9, ...Buffer.from('"}')])
  expect((await post(url, bytes, sign(bytes))).status).toBe(200)
  expect((await post(url, bytes, sign(new TextDecoder('windows-1252').decode(bytes)))).status).toBe(403)
  expect(verdicts()).toContain('rejected')
})

test.each([
  ['a wrong signature', sign('{"report":"R1","status":"delivered"}', 'another secret')],
  ['none', ''],
])('a request with %s is turned away, kept, and changes nothing', async (_which, signature) => {
  const desk = await openDesk()
  const { url, statusOf, hooks, store } = desk
  const id = desk.putMessage('R1')
  const answer = await post(url, '{"report":"R1","status":"delivered"}', signature)
  expect([answer.status, await answer.text()]).toEqual([403, ''])
  expect([statusOf(id), hooks().map(({ verdict, detail }) => [verdict, detail])]).toEqual([
    'sent',
    [['rejected', 'The signature is wrong.']],
  ])
  expect(await store.hooks.pending({ after: null, limit: 10 })).toEqual([])
})

test('the check knows the time', async () => {
  const { url, clock } = await openDesk()
  const body = '{"ping":1}'
  expect((await post(url, body, sign(body), clock.at + 1)).status).toBe(403)
  expect((await post(url, body, sign(body), clock.at)).status).toBe(200)
})

test('while the secret cannot be read the provider is asked to come again, and then it is read', async () => {
  let isLocked = true
  const { url, verdicts, clock, asked } = await openDesk(() =>
    isLocked ? Promise.reject(new Error('the keychain is locked')) : Promise.resolve({ token: SECRET }),
  )
  const body = '{"ping":1}'
  expect((await post(url, body, sign(body))).status).toBe(503)
  expect((await post(url, body, sign(body))).status).toBe(503)
  // A keychain may ask its person each time: not for every hook of a flood.
  expect([verdicts(), asked.length]).toEqual([[], 1])
  isLocked = false
  clock.at += 5_000
  expect((await post(url, body, sign(body))).status).toBe(200)
})

test('a secret that was changed counts from the moment it was', async () => {
  let secret = SECRET
  const { url, hub } = await openDesk(() => Promise.resolve({ token: secret }))
  const body = '{"ping":1}'
  expect((await post(url, body, sign(body))).status).toBe(200)
  secret = 'another'
  hub.changed({ topic: 'accounts' })
  await expect.poll(async () => (await post(url, body, sign(body, 'another'))).status).toBe(200)
  expect((await post(url, body, sign(body))).status).toBe(403)
})

test('a check that fails for a fault of its own lets nothing in and loses nothing', async () => {
  const desk = await startListenerDesk(
    {},
    {
      hookProof: {
        secretKeys: [],
        problem() {
          throw new Error('a fault')
        },
      },
    },
  )
  expect((await postText(desk.url, '{"ping":1}', 'application/json')).status).toBe(503)
  expect(desk.verdicts()).toEqual([])
  expect(desk.log.lines.some(({ event }) => event === 'hook.not_proven')).toBe(true)
})
