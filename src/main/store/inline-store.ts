import { createDataThread } from './data-thread.ts'
import { operationGroups } from './groups.ts'
import { openDatabase } from './open-database.ts'
import type { CallOptions, OpenStore, Store } from './store.ts'

/**
 * The store in the thread of its caller: for tests, and for programs that do nothing else meanwhile. Values are
 * cloned as on the way to the worker, so that what works here works there.
 */
export const openInlineStore: OpenStore = async ({ dataFolder, log, now, shell = 'test' }) => {
  const opened = await openDatabase({ dataFolder, shell, now: now(), log })
  const thread = createDataThread(opened.db, operationGroups, log)
  let closing: Promise<void> | null = null

  async function call(group: string, name: string, input: unknown, { onProgress, signal }: CallOptions = {}): Promise<unknown> {
    signal?.throwIfAborted()
    if (closing !== null) throw new Error('the store is closed')
    const output = await thread.run(group, name, structuredClone(input), {
      onProgress: (rows, total) => onProgress?.(rows, total),
      isCancelled: () => signal?.aborted ?? false,
    })
    return structuredClone(output)
  }

  async function close(): Promise<void> {
    await thread.idle()
    opened.close()
  }

  const groups = Object.entries(thread.operations).map(([group, names]) => [
    group,
    Object.fromEntries(names.map((name) => [name, (input: unknown, options?: CallOptions) => call(group, name, input, options)])),
  ])
  return { ...Object.fromEntries(groups), close: () => (closing ??= close()) } as Store
}
