import { expect, onTestFinished, vi } from 'vitest'
import type { Ports } from '../../src/main/app/ports.ts'
import { openInlineStore } from '../../src/main/store/inline-store.ts'
import type { OpenStore, Store } from '../../src/main/store/store.ts'
import type { Message } from '../../src/shared/contract/messages.ts'
import type { ScriptedProvider } from './scripted-provider.ts'
import { startScriptedProvider } from './scripted-provider.ts'
import type { TestDesk } from './test-desk.ts'
import { startTestDesk } from './test-desk.ts'

/** A desk with one account at a scripted provider. */
export interface OutboxDesk extends TestDesk {
  provider: ScriptedProvider
  accountId: string
}

export async function startOutboxDesk(change: Partial<Ports> = {}): Promise<OutboxDesk> {
  const provider = await startScriptedProvider()
  onTestFinished(() => provider.close())
  const test = await startTestDesk(change)
  return { ...test, provider, accountId: await addAccount(test, provider, 'Garage') }
}

export async function addAccount({ desk }: Pick<TestDesk, 'desk'>, provider: ScriptedProvider, name: string): Promise<string> {
  const account = await desk.accounts.add({
    provider: 'connectel',
    name,
    config: { baseUrl: provider.baseUrl, sender: 'Garage' },
    secrets: { token: 'tok-example' },
  })
  return account.id
}

export async function sendText(test: Pick<OutboxDesk, 'desk' | 'accountId'>, to: string, text: string): Promise<Message> {
  const { messages } = await test.desk.messages.send({ requestId: crypto.randomUUID(), accountId: test.accountId, to: [to], text })
  const [message] = messages
  if (message === undefined) throw new Error('nothing was queued')
  return message
}

/** Waits for a status, and answers the message in it. */
export async function untilStatus(
  { desk }: Pick<TestDesk, 'desk'>,
  id: string,
  status: Message['status'],
): Promise<Awaited<ReturnType<TestDesk['desk']['messages']['get']>>> {
  return vi.waitFor(async () => {
    const message = await desk.messages.get({ id })
    expect(message.status).toBe(status)
    return message
  })
}

/** Opens real stores of which one feature is wrapped: to fail or to wait at a chosen moment. */
export function storeWith(wrap: (outbox: Store['outbox']) => Partial<Store['outbox']>): OpenStore {
  return async (options) => {
    const store = await openInlineStore(options)
    return { ...store, outbox: { ...store.outbox, ...wrap(store.outbox) } }
  }
}
