import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createFileLog } from '../../src/main/log/file-log.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const NOW = Date.UTC(2026, 2, 2, 9, 0, 0)

function linesOf(folder: string, name = 'desk.log'): Record<string, unknown>[] {
  return readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('the log file', () => {
  test('has one JSON line per entry, in order', async () => {
    const folder = join(temporaryFolder(), 'logs')
    const log = createFileLog(folder, { now: () => NOW })
    log.info('desk.open', { shell: 'test' })
    log.warn('lane.paused')
    log.error('operation.unexpected', new Error('a bug\nof two lines'), { id: '1' })
    await log.flush()
    expect(linesOf(folder)).toEqual([
      { at: '2026-03-02T09:00:00.000Z', level: 'info', event: 'desk.open', shell: 'test' },
      { at: '2026-03-02T09:00:00.000Z', level: 'warn', event: 'lane.paused' },
      expect.objectContaining({
        level: 'error',
        event: 'operation.unexpected',
        id: '1',
        error: expect.objectContaining({ message: 'a bug\nof two lines' }),
      }),
    ])
    if (process.platform !== 'win32') {
      expect(statSync(folder).mode & 0o777).toBe(0o700)
      expect(statSync(join(folder, 'desk.log')).mode & 0o777).toBe(0o600)
    }
  })

  test('is redacted, whatever callers pass', async () => {
    const folder = temporaryFolder()
    const log = createFileLog(folder)
    log.error('send.failed for +46701740605', new Error('no route to 070-174 06 05'), {
      to: '+46701740605',
      apiToken: 'QXQXQX',
      text: 'Your car is ready',
    })
    await log.flush()
    const written = readFileSync(join(folder, 'desk.log'), 'utf8')
    for (const hidden of ['1740605', '174 06 05', 'QXQXQX', 'car']) expect(written).not.toContain(hidden)
    expect(written).toContain('…605')
  })

  test('is not written while the caller runs', async () => {
    const folder = temporaryFolder()
    const log = createFileLog(folder)
    log.info('one')
    expect(existsSync(join(folder, 'desk.log'))).toBe(false)
    await log.flush()
    expect(linesOf(folder)).toHaveLength(1)
  })

  test('misses no line, whenever it comes', async () => {
    const folder = temporaryFolder()
    const log = createFileLog(folder)
    for (let round = 0; round < 50; round += 1) {
      log.info('line', { number: round })
      if (round % 3 === 0) await log.flush()
      else if (round % 3 === 1) await new Promise((resolve) => setImmediate(resolve))
    }
    await log.flush()
    expect(linesOf(folder).map((line) => line['number'])).toEqual(Array.from({ length: 50 }, (_, index) => index))
  })

  test('is put aside when it is large, and only three are kept', async () => {
    const folder = temporaryFolder()
    const log = createFileLog(folder, { rotateBytes: 1_000 })
    for (let line = 0; line < 100; line += 1) {
      log.info('line', { number: line, filler: 'x'.repeat(100) })
      await log.flush()
    }
    expect(readdirSync(folder).sort()).toEqual(['desk.log', 'desk.log.1', 'desk.log.2'])
    const kept = ['desk.log.2', 'desk.log.1', 'desk.log'].flatMap((name) => linesOf(folder, name).map((line) => Number(line['number'])))
    expect(kept.at(-1)).toBe(99)
    expect(kept).toEqual(kept.map((_, index) => 100 - kept.length + index))
    expect(statSync(join(folder, 'desk.log.1')).size).toBeLessThan(1_300)
  })

  test('that cannot be written does not stop the desk, and goes on once it can', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const log = createFileLog(join(file, 'logs'))
    log.info('lost')
    await expect(log.flush()).resolves.toBeUndefined()
  })

  test('says how many lines it dropped when the disk cannot follow', async () => {
    const folder = temporaryFolder()
    const log = createFileLog(folder)
    for (let line = 0; line < 6_000; line += 1) log.info('burst')
    await log.flush()
    const lines = linesOf(folder)
    expect(lines.at(-1)).toMatchObject({ event: 'log.lines_dropped', count: 1_000 })
    expect(lines).toHaveLength(5_001)
  })

  test('has a line even for what cannot be read', async () => {
    const folder = temporaryFolder()
    const log = createFileLog(folder)
    const fields = {
      get broken(): string {
        throw new Error('not now')
      },
    }
    log.info('odd', fields)
    await log.flush()
    expect(linesOf(folder)).toMatchObject([{ event: 'odd', unwritable: true }])
  })
})

test('lines go to standard error as well where that is asked for, redacted too', () => {
  const folder = temporaryFolder()
  const module = new URL('../../src/main/log/file-log.ts', import.meta.url).href
  const script = `import { createFileLog } from ${JSON.stringify(module)}
    createFileLog(${JSON.stringify(folder)}, { stderr: true }).info('said', { to: '+46701740605' })`
  const child = spawnSync(process.execPath, ['--input-type=module', '--disable-warning=ExperimentalWarning', '-e', script], {
    encoding: 'utf8',
  })
  expect(child.stdout).toBe('')
  expect(JSON.parse(child.stderr)).toMatchObject({ event: 'said', to: '…605' })
  expect(linesOf(folder)).toMatchObject([{ event: 'said', to: '…605' }])
})
