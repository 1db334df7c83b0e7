import { expect, test } from 'vitest'
import { addAccount } from '../outbox-faults/desk.ts'
import { startCarrier } from '../outbox-faults/carrier.ts'
import { KARL, MAJA, startWaitingDesk } from '../messages/waiting-desk.ts'

test('a conversation goes through the account a person used last in it, until the customer writes to another', async () => {
  const desk = await startWaitingDesk()
  const shop = await startCarrier()
  const shopId = await addAccount(desk, shop, 'Shop')
  const { conversationId, accountId } = await desk.sendOne()
  const usual = async () => (await desk.desk.conversations.get({ id: conversationId })).usualAccount
  expect(await usual()).toMatchObject({ id: accountId })
  const second = await desk.sendOne({ accountId: shopId, text: 'Through the shop.' })
  expect(await usual()).toEqual({ id: shopId, name: 'Shop', sender: second.from })
  // As a text to many through the first account leaves it.
  desk.db.prepare('UPDATE messages SET account_id = ?, created_at = created_at + 1 WHERE id = ?').run(accountId, second.id)
  expect(await usual()).toMatchObject({ id: shopId })
  const again = await desk.restart()
  expect((await again.desk.conversations.get({ id: conversationId })).usualAccount).toMatchObject({ id: shopId })
})

test('an answer comes from where the customer asked', async () => {
  const desk = await startWaitingDesk()
  const shopId = await addAccount(desk, await startCarrier(), 'Shop')
  const { id, conversationId, accountId } = await desk.sendOne()
  const usual = async () => (await desk.desk.conversations.get({ id: conversationId })).usualAccount
  // As a text that came in leaves it.
  const arrive = desk.db.prepare(
    `UPDATE messages SET direction = 'inbound', status = 'received', account_id = @account, created_at = created_at + @after WHERE id = @id`,
  )
  arrive.run({ id, account: shopId, after: 0 })
  expect(await usual()).toMatchObject({ id: accountId })
  arrive.run({ id, account: shopId, after: 1 })
  expect(await usual()).toEqual({ id: shopId, name: 'Shop', sender: null })
})

test('a text to several people is remembered in the conversation of each', async () => {
  const desk = await startWaitingDesk()
  const sent = await desk.send({ to: [MAJA, KARL] })
  for (const { conversationId, accountId } of sent) {
    expect((await desk.desk.conversations.get({ id: conversationId })).usualAccount).toMatchObject({ id: accountId })
  }
})

test('the account goes by its name also once it was removed', async () => {
  const desk = await startWaitingDesk()
  const { conversationId, id, accountId } = await desk.sendOne()
  const { name } = await desk.desk.accounts.get({ id: accountId })
  await desk.desk.messages.cancel({ id })
  await desk.desk.accounts.remove({ id: accountId })
  expect((await desk.desk.conversations.get({ id: conversationId })).usualAccount).toMatchObject({ id: accountId, name })
})

test('an account says what its texts come from, and whom it cannot text', async () => {
  const { desk } = await startWaitingDesk()
  const konnect = await desk.accounts.add({
    provider: 'konnect',
    name: 'India',
    config: { from: '+919000000001', senderMask: 'GARAGE' },
    secrets: { apiToken: 'k', accountId: 'a' },
  })
  expect(konnect.sender).toBe('GARAGE')
  const { accounts } = await desk.accounts.unreachable({ numbers: ['+919000000002', '+46701740605'] })
  expect(accounts).toEqual([{ accountId: konnect.id, message: expect.stringMatching(/^[A-Z].*\.$/) }])
  expect(await desk.accounts.unreachable({ numbers: ['+919000000002'] })).toEqual({ accounts: [] })
})
