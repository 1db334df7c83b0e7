import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { Refused } from '../../src/main/app/refused.ts'
import { StartupFailed } from '../../src/main/app/startup-failed.ts'
import { openInlineStore } from '../../src/main/store/inline-store.ts'
import type { CallOptions, OpenStoreOptions, Store } from '../../src/main/store/store.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import { createWorkerOpenStore } from '../../src/main/store/worker-store.ts'
import { memoryLog } from '../support/memory-log.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import type { probeOperations } from './probe-operations.ts'

const WORKER = new URL('../../src/main/store/worker.ts', import.meta.url)
const PROBE = new URL('probe-worker.ts', import.meta.url)

type ProbeStore = Store & {
  probe: { [Name in keyof typeof probeOperations]: (input?: unknown, options?: CallOptions) => Promise<unknown> }
}

async function open(options: Partial<OpenStoreOptions> = {}, url: URL = PROBE): Promise<ProbeStore> {
  const dataFolder = options.dataFolder ?? temporaryFolder()
  const store = await createWorkerOpenStore(url)({ log: memoryLog(), now: Date.now, ...options, dataFolder })
  onTestFinished(() => store.close())
  return store as ProbeStore
}

describe('the worker as it is', () => {
  test('opens, answers, keeps what was written, and logs through the host', async () => {
    const dataFolder = temporaryFolder()
    const log = memoryLog()
    const store = await open({ dataFolder, log, shell: 'browser' }, WORKER)
    await store.settings.write({ values: { defaultCountry: 'NL' }, now: 1 })
    expect(await store.settings.read()).toEqual({ defaultCountry: 'NL' })
    expect(log.events()).toEqual([...migrations.map(() => 'store.migrated'), 'store.opened'])
    await store.close()
    const again = await openInlineStore({ dataFolder, log: memoryLog(), now: Date.now })
    onTestFinished(() => again.close())
    expect(await again.settings.read()).toEqual({ defaultCountry: 'NL' })
  })

  test('offers exactly the operations of the store that runs inline', async () => {
    const inline = await openInlineStore({ dataFolder: temporaryFolder(), log: memoryLog(), now: Date.now })
    onTestFinished(() => inline.close())
    expect(namesIn(await open({}, WORKER))).toEqual(namesIn(inline))
  })

  test('says what is wrong with the data as a start-up problem, and the next try finds the folder free', async () => {
    const dataFolder = temporaryFolder()
    const { database, backups } = dataFolderPaths(dataFolder)
    mkdirSync(backups)
    writeFileSync(join(backups, 'desk-20260301-120000-daily.sqlite3'), 'x')
    writeFileSync(database, 'no database'.repeat(1_000))
    const failure = await open({ dataFolder }, WORKER).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(StartupFailed)
    expect(failure).toMatchObject({
      problem: { code: 'database_damaged', path: database, backups: [{ name: 'desk-20260301-120000-daily.sqlite3', bytes: 1 }] },
      cause: { code: 'SQLITE_NOTADB' },
    })
    rmSync(database)
    rmSync(backups, { recursive: true })
    const store = await open({ dataFolder }, WORKER)
    expect(await store.settings.read()).toEqual({})
  })

  test('does not open a folder twice', async () => {
    const dataFolder = temporaryFolder()
    await open({ dataFolder }, WORKER)
    await expect(open({ dataFolder }, WORKER)).rejects.toMatchObject({ problem: { code: 'folder_in_use' } })
  })

  test('whose file is not there rejects', async () => {
    const log = memoryLog()
    await expect(open({ log }, new URL('nothing-here.ts', import.meta.url))).rejects.toThrow(/ended by itself/)
    expect(log.events()).toEqual([])
  })
})

describe('a call', () => {
  test('carries values of many kinds both ways', async () => {
    const store = await open()
    const value = {
      text: 'Åsa 👋',
      none: null,
      missing: undefined,
      big: 2n ** 70n,
      when: new Date(5),
      bytes: new Uint8Array([1, 2]),
      map: new Map([[1, [2]]]),
    }
    expect(await store.probe.echo(value)).toEqual(value)
  })

  test('of many at once gets its own answer', async () => {
    const store = await open()
    const numbers = Array.from({ length: 500 }, (_, index) => index)
    expect(await Promise.all(numbers.map((number) => store.probe.echo(number)))).toEqual(numbers)
  })

  test('that is refused rejects with the same refusal', async () => {
    const store = await open()
    const error = await store.probe.refuse().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Refused)
    expect(error).toMatchObject({
      code: 'no_such_thing',
      message: 'There is no such thing.',
      retryable: true,
      cause: { name: 'TypeError', message: 'inner' },
    })
  })

  test('that fails as a start-up does rejects with the same problem', async () => {
    const store = await open()
    const error = await store.probe.failToStart().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(StartupFailed)
    expect(error).toMatchObject({ problem: { code: 'database_newer', message: 'Newer.', path: '/desk', backups: [] } })
  })

  test('that hits a bug rejects with its name, message, cause and where it happened', async () => {
    const store = await open()
    const error = await store.probe.bug().catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'RangeError', message: 'a bug', cause: { message: 'deeper' } })
    expect(error).toHaveProperty('stack', expect.stringContaining('probe-operations.ts'))
  })

  test('that SQLite refuses rejects with its code', async () => {
    const store = await open()
    await expect(store.probe.violate()).rejects.toMatchObject({ name: 'SqliteError', code: 'SQLITE_CONSTRAINT_CHECK' })
  })

  test('whose value cannot cross rejects, in either direction, and the next one works', async () => {
    const store = await open()
    await expect(store.probe.echo(() => {})).rejects.toThrow(/could not be cloned/)
    await expect(store.probe.uncloneable()).rejects.toThrow(/could not be cloned/)
    expect(await store.probe.echo(1)).toBe(1)
  })
})

describe('a long operation', () => {
  test('reports each step and lets others run in between', async () => {
    const store = await open()
    const order: string[] = []
    const long = store.probe
      .steps({ steps: 2_000 }, { onProgress: (rows, total) => void order.push(`${rows} of ${total}`) })
      .then(() => order.push('long'))
    await store.probe.echo(1)
    order.push('short')
    await long
    expect(order.at(-1)).toBe('long')
    expect(order).toContain('short')
    expect(order.filter((each) => each.includes('of'))).toEqual(Array.from({ length: 2_000 }, (_, step) => `${step} of 2000`))
  })

  test('stops at its next step when it is aborted', async () => {
    const store = await open()
    const aborting = new AbortController()
    const long = store.probe.steps({ steps: 1_000_000 }, { signal: aborting.signal, onProgress: () => aborting.abort() })
    await expect(long).rejects.toMatchObject({ name: 'AbortError', message: 'stopped between two steps' })
    expect(await store.probe.stepsOfLast()).toBeLessThan(1_000_000)
  })

  test('that was aborted before it began does not begin', async () => {
    const store = await open()
    await expect(store.probe.steps({ steps: 5 }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
    expect(await store.probe.stepsOfLast()).toBe(0)
  })

  test('that ended before it was aborted is not disturbed', async () => {
    const store = await open()
    const aborting = new AbortController()
    expect(await store.probe.steps({ steps: 3 }, { signal: aborting.signal })).toBe(3)
    aborting.abort()
    expect(await store.probe.echo(1)).toBe(1)
  })
})

describe('closing', () => {
  test('lets what runs finish, and refuses what comes later', async () => {
    const dataFolder = temporaryFolder()
    const store = await open({ dataFolder })
    const writing = store.probe.writeInSteps({ rows: 50 })
    const closing = store.close()
    await expect(store.probe.echo(1)).rejects.toThrow('the store is closed')
    await writing
    await closing
    await store.close()
    const db = new Database(dataFolderPaths(dataFolder).database)
    onTestFinished(() => void db.close())
    expect(db.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(50)
  })

  test('is not a loss', async () => {
    const onLost = vi.fn<(error: Error) => void>()
    const store = await open({ onLost })
    await store.close()
    expect(onLost).not.toHaveBeenCalled()
  })
})

describe('a worker that dies', () => {
  test.for(['crash', 'throwLater'] as const)('(%s) takes no call with it in silence, and the store can be opened again', async (how) => {
    const dataFolder = temporaryFolder()
    const log = memoryLog()
    const onLost = vi.fn<(error: Error) => void>()
    const store = await open({ dataFolder, log, onLost })
    await store.settings.write({ values: { welcomed: true }, now: 1 })
    const calls = [store.probe.steps({ steps: 1_000_000 }), store.probe[how]().then(() => new Promise(() => {}))]
    await expect(calls[0]).rejects.toThrow(/ended by itself/)
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce())
    expect(log.events()).toContain('store.lost')
    await expect(store.settings.read()).rejects.toThrow(/ended by itself/)
    await store.close()
    calls[1]?.catch(() => {})

    const again = await open({ dataFolder })
    expect(await again.settings.read()).toEqual({ welcomed: true })
  })
})

function namesIn(store: Store): string[] {
  return Object.entries(store)
    .flatMap(([group, operations]) =>
      typeof operations === 'function' ? [group] : Object.keys(operations).map((name) => `${group}.${name}`),
    )
    .sort()
}
