import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { StartupFailed } from '../../src/main/app/startup-failed.ts'
import { lockFolder, readLockHolder } from '../../src/main/store/folder-lock.ts'
import { openInlineStore } from '../../src/main/store/inline-store.ts'
import { memoryLog } from '../support/memory-log.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const CHILD = fileURLToPath(new URL('hold-folder.ts', import.meta.url))

/** Another process that holds the folder. */
async function holder(dataFolder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = await once(child.stdout, 'data')
  expect(String(said)).toBe('held\n')
  return child
}

function take(dataFolder: string): void {
  lockFolder(dataFolder, { shell: 'test', now: 0 }).release()
}

test('a folder that another process holds cannot be taken, and says who holds it', async () => {
  const dataFolder = temporaryFolder()
  const other = await holder(dataFolder)
  expect(() => take(dataFolder)).toThrow(StartupFailed)
  expect(readLockHolder(dataFolder)).toEqual({ pid: other.pid, shell: 'cli', startedAt: 1_700_000_000_000 })
  const opening = openInlineStore({ dataFolder, log: memoryLog(), now: Date.now })
  await expect(opening).rejects.toMatchObject({ problem: { code: 'folder_in_use', path: dataFolder } })
  expect(existsSync(dataFolderPaths(dataFolder).database)).toBe(false)
})

test('a killed holder blocks nobody', async () => {
  const dataFolder = temporaryFolder()
  const other = await holder(dataFolder)
  other.kill('SIGKILL')
  await once(other, 'exit')
  expect(existsSync(dataFolderPaths(dataFolder).lockHolder)).toBe(true)
  expect(() => take(dataFolder)).not.toThrow()
})

test('a holder that ends in peace leaves the folder free and no name behind', async () => {
  const dataFolder = temporaryFolder()
  const other = await holder(dataFolder)
  other.kill('SIGTERM')
  await once(other, 'exit')
  expect(readLockHolder(dataFolder)).toBeNull()
  expect(() => take(dataFolder)).not.toThrow()
})

test('one process cannot take a folder twice either', () => {
  const dataFolder = temporaryFolder()
  const lock = lockFolder(dataFolder, { shell: 'test', now: 0 })
  expect(() => take(dataFolder)).toThrow(/already running/)
  lock.release()
  lock.release()
  expect(() => take(dataFolder)).not.toThrow()
})

test('a try that failed does not loosen the lock of the holder', () => {
  const dataFolder = temporaryFolder()
  const lock = lockFolder(dataFolder, { shell: 'test', now: 0 })
  onTestFinished(() => lock.release())
  for (let attempt = 0; attempt < 3; attempt += 1) expect(() => take(dataFolder)).toThrow(/already running/)
  expect(readLockHolder(dataFolder)?.pid).toBe(process.pid)
})

test('what is written about the holder is believed by nobody who decides', () => {
  const dataFolder = temporaryFolder()
  for (const text of ['', '{', '{"pid":"1"}', JSON.stringify({ pid: 1, shell: 'cli', startedAt: 0 })]) {
    writeFileSync(dataFolderPaths(dataFolder).lockHolder, text)
    expect(readLockHolder(dataFolder)?.pid ?? null).toBe(text.includes('"shell"') ? 1 : null)
    expect(() => take(dataFolder)).not.toThrow()
  }
})
