import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { startTestCarrier } from '../support/carrier.ts'
import { startTestDesk } from '../support/test-desk.ts'

const ASTRID = '+46701740605'
const OMAR = '+46701740606'

async function given() {
  const { desk, clock } = await startTestDesk()
  const { accountId } = await desk.sandbox.start({ sampleData: false })
  const { id } = await desk.templates.create({ name: 'Ready', group: '', text: 'Hi {first name|there}' })
  const wish = { requestId: randomUUID(), accountId, to: [ASTRID, OMAR], text: 'Hi {first name|there}', templateIds: [id] }
  const use = async () => (await desk.templates.list({})).templates.map(({ uses, lastUsedAt }) => [uses, lastUsedAt])
  return { desk, clock, wish, use, id }
}

test('each number gets its own text, once, however often it is asked for', async () => {
  const { desk, wish, use, clock } = await given()
  const at = clock.now()
  const sent = await desk.messages.send({ ...wish, texts: ['Hi Astrid', 'Hi Omar'] })
  expect(sent.messages.map(({ to, text }) => [to, text])).toEqual([
    [ASTRID, 'Hi Astrid'],
    [OMAR, 'Hi Omar'],
  ])
  expect(await use()).toEqual([[1, at]])
  const again = await desk.messages.send({ ...wish, texts: ['Hi Astrid', 'Hi Omar'] })
  expect(again.messages.map(({ id }) => id)).toEqual(sent.messages.map(({ id }) => id))
  expect(await use()).toEqual([[1, at]])
  // The same wish with a value that changed meanwhile is another one: nothing is sent twice under its id.
  await expect(desk.messages.send({ ...wish, texts: ['Hi Asta', 'Hi Omar'] })).rejects.toMatchObject({
    data: { code: 'request_id_reused' },
  })
  expect((await desk.messages.list({ limit: 10 })).messages).toHaveLength(2)
})

test('two calls of one wish at the same moment queue and count it once', async () => {
  const { desk, wish, use, clock } = await given()
  const texts = ['Hi Astrid', 'Hi Omar']
  const [one, other] = await Promise.all([desk.messages.send({ ...wish, texts }), desk.messages.send({ ...wish, texts })])
  expect(other.messages.map(({ id }) => id)).toEqual(one.messages.map(({ id }) => id))
  expect(await use()).toEqual([[1, clock.now()]])
})

test('the carrier gets for each number what was written for it', async () => {
  const { desk, wish } = await given()
  const carrier = await startTestCarrier()
  onTestFinished(() => carrier.stop())
  const { id: accountId } = await desk.accounts.add({
    provider: 'connectel',
    name: 'Front desk',
    config: { baseUrl: carrier.baseUrl, sender: 'Clinic' },
    secrets: { token: 'tok-right' },
  })
  const people = [ASTRID, OMAR, '+46701740607', '+46701740608']
  const texts = ['Hi Astrid', 'Hi there', 'Hi Björn', 'Hi there']
  await desk.messages.send({ ...wish, accountId, to: people, texts })
  await expect.poll(() => carrier.received.length, { timeout: 10_000 }).toBe(4)
  expect(new Map(carrier.received.map(({ to, text }) => [to, text]))).toEqual(new Map(people.map((to, index) => [to, texts[index]])))
})

test('parts are those of each text', async () => {
  const { desk, wish } = await given()
  const { messages } = await desk.messages.send({ ...wish, texts: ['x'.repeat(161), 'x'] })
  expect(messages.map(({ parts }) => parts)).toEqual([2, 1])
})

test.each([
  ['a text is missing', { texts: ['Hi'] }],
  ['there is one too many', { texts: ['Hi', 'Hi', 'Hi'] }],
  ['a number is there twice', { to: [ASTRID, '+46 70 174 06 05'], texts: ['Hi', 'Ho'] }],
  ['a number is there twice and a text less', { to: [ASTRID, OMAR, ASTRID], texts: ['Hi', 'Ho'] }],
])('nothing is queued or counted where %s', async (_what, change) => {
  const { desk, wish, use } = await given()
  await expect(desk.messages.send({ ...wish, ...change })).rejects.toMatchObject({ data: { code: 'texts_mismatch' } })
  expect((await desk.messages.list({ limit: 10 })).messages).toEqual([])
  expect(await use()).toEqual([[0, null]])
})

test('one text that cannot be sent keeps all of them back', async () => {
  const { desk, wish, use } = await given()
  await expect(desk.messages.send({ ...wish, texts: ['Hi Astrid', ' '] })).rejects.toMatchObject({
    data: { code: expect.stringMatching(/text/) },
  })
  await desk.optOuts.add({ numbers: [OMAR], reason: 'asked' })
  await expect(desk.messages.send({ ...wish, texts: ['Hi Astrid', 'Hi Omar'] })).rejects.toMatchObject({ data: { code: 'opted_out' } })
  expect((await desk.messages.list({ limit: 10 })).messages).toEqual([])
  expect(await use()).toEqual([[0, null]])
})

test('a template that was removed meanwhile is no reason not to send', async () => {
  const { desk, wish, use, id } = await given()
  await desk.templates.remove({ id })
  const { messages } = await desk.messages.send({ ...wish, templateIds: [id, '0190a000-0000-7000-8000-000000000001'] })
  expect(messages.map(({ text }) => text)).toEqual(['Hi {first name|there}', 'Hi {first name|there}'])
  expect(await use()).toEqual([])
})
