import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
// @ts-expect-error plain JavaScript
import * as build from '../../scripts/lib/build.mjs'
// @ts-expect-error plain JavaScript
import * as dependencies from '../../scripts/lib/dependencies.mjs'
// @ts-expect-error plain JavaScript
import * as electron from '../../scripts/lib/electron.mjs'
// @ts-expect-error plain JavaScript
import * as locks from '../../scripts/lib/locks.mjs'
// @ts-expect-error plain JavaScript
import * as programs from '../../scripts/lib/run-program.mjs'
// @ts-expect-error plain JavaScript
import * as start from '../../scripts/lib/start-arguments.mjs'
// @ts-expect-error plain JavaScript
import * as results from '../../scripts/lib/test-results.mjs'
import { temporaryFolder } from '../support/temp-folder.ts'

const run = promisify(execFile)
const SCRIPTS = join(import.meta.dirname, '../../scripts')

describe('dependencies count as installed', () => {
  const wanted = {
    packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-win32-x64': { version: '1.0.0', optional: true } },
  }
  test('when each package is there in its version, platform packages aside', () => {
    expect(dependencies.isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true)
  })
  test('and not when one is missing, of another version, or npm never finished', () => {
    expect(dependencies.isInstalled(wanted, { packages: {} })).toBe(false)
    expect(dependencies.isInstalled(wanted, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false)
    expect(dependencies.isInstalled(wanted, null)).toBe(false)
  })
})

describe('a build is stale', () => {
  function sources(): { root: string; print: () => string } {
    const root = temporaryFolder()
    mkdirSync(join(root, 'src', 'deep'), { recursive: true })
    writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'one')
    writeFileSync(join(root, 'package.json'), '{}')
    return { root, print: () => build.fingerprint(root, ['src', 'package.json', 'not-there']) }
  }
  test('when a source changes, comes or is renamed', () => {
    const { root, print } = sources()
    const seen = new Set([print()])
    writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'two')
    seen.add(print())
    writeFileSync(join(root, 'src', 'b.ts'), '')
    seen.add(print())
    renameSync(join(root, 'src', 'b.ts'), join(root, 'src', 'c.ts'))
    seen.add(print())
    writeFileSync(join(root, 'package.json'), '{"a":1}')
    seen.add(print())
    expect(seen.size).toBe(5)
  })
  test('and not when files were only touched, as by a fresh checkout', () => {
    const { root, print } = sources()
    const before = print()
    utimesSync(join(root, 'src', 'deep', 'a.ts'), new Date(0), new Date(0))
    expect(print()).toBe(before)
  })
})

describe('a lock', () => {
  test('lets one task through at a time', async () => {
    const file = join(temporaryFolder(), 'folder', 'lock')
    let inside = 0
    let most = 0
    let waited = 0
    const task = async () => {
      inside += 1
      most = Math.max(most, inside)
      await new Promise((resolve) => setImmediate(resolve))
      inside -= 1
    }
    await Promise.all([1, 2, 3].map(() => locks.withLock(file, () => (waited += 1), task)))
    expect(most).toBe(1)
    expect(waited).toBe(2)
  })
  test('of a process that is gone is taken over', async () => {
    const file = join(temporaryFolder(), 'lock')
    const { stdout } = await run(process.execPath, ['-p', 'process.pid'])
    writeFileSync(file, stdout.trim())
    expect(
      await locks.withLock(
        file,
        () => undefined,
        () => Promise.resolve('done'),
      ),
    ).toBe('done')
  })
  test('is given back when the task fails', async () => {
    const file = join(temporaryFolder(), 'lock')
    await expect(
      locks.withLock(
        file,
        () => undefined,
        () => Promise.reject(new Error('failed')),
      ),
    ).rejects.toThrow('failed')
    expect(
      await locks.withLock(
        file,
        () => undefined,
        () => Promise.resolve('done'),
      ),
    ).toBe('done')
  })
})

describe('running a program', () => {
  const node = (code: string, options = {}) => programs.runProgram(process.execPath, ['-e', code], options)
  test('gives its exit code and what it printed', async () => {
    expect(await node('console.log(1); console.error(2); process.exit(7)')).toMatchObject({
      code: 7,
      output: expect.stringMatching(/1\n[^]*2\n/),
      timedOut: false,
    })
  })
  test('tells of one that a signal ended, and of one that is not there', async () => {
    expect(await node('process.kill(process.pid, "SIGKILL")')).toMatchObject({ code: 137 })
    expect(await programs.runProgram('no-such-program', [])).toMatchObject({ code: 127, missing: true })
  })
  test('ends one that takes too long, with everything it started', async () => {
    const started = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }); setInterval(() => {}, 1000)`
    expect(await node(started, { timeoutMs: 300 })).toMatchObject({ code: 143, timedOut: true })
  })
})

describe('npm start', () => {
  const screen = { platform: 'linux', env: { DISPLAY: ':0' }, getuid: () => 1_000 }
  test('uses the browser where there is no screen, or where a flag only it knows is given', () => {
    expect(start.wantsTheBrowser([], screen)).toBeNull()
    expect(start.wantsTheBrowser(['--demo'], screen)).toBeNull()
    expect(start.wantsTheBrowser(['--no-open'], screen)).toBe('')
    expect(start.wantsTheBrowser(['--port=4000'], screen)).toBe('')
    expect(start.wantsTheBrowser([], { ...screen, env: {} })).toContain('no screen')
    expect(start.wantsTheBrowser([], { ...screen, platform: 'darwin', env: {} })).toBeNull()
  })
  test('gives Electron its flags the way Chromium reads them', () => {
    expect(start.electronArguments('/desk', ['--demo', '--data-dir', '/tmp/a b'], screen)).toEqual([
      '/desk',
      '--demo',
      '--data-dir=/tmp/a b',
    ])
    expect(start.electronArguments('/desk', [], { ...screen, getuid: () => 0 })).toEqual(['--no-sandbox', '/desk'])
  })
  test('knows Electron by its program, not by its package', () => {
    const folder = temporaryFolder()
    expect(electron.electronBinary(folder)).toBeNull()
    writeFileSync(join(folder, 'path.txt'), 'electron')
    expect(electron.electronBinary(folder)).toBeNull()
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist', 'electron'), '')
    chmodSync(join(folder, 'dist', 'electron'), 0o755)
    expect(electron.electronBinary(folder)).toBe(join(folder, 'dist', 'electron'))
  })
})

describe('npm test', () => {
  const file = (status: string, tests: string[]) => ({
    name: 'a.test.ts',
    status,
    message: 'cannot load\nmore',
    assertionResults: tests.map((state) => ({ status: state, fullName: `is ${state}`, failureMessages: ['AssertionError: no\n at'] })),
  })
  const vitest = (files: unknown[], counts: number[]) => ({
    numPassedTests: counts[0],
    numFailedTests: counts[1],
    numPendingTests: counts[2],
    numTodoTests: 0,
    testResults: files,
  })

  test('counts what Vitest reports', () => {
    const report = vitest([file('failed', ['passed', 'passed', 'failed', 'pending'])], [2, 1, 1])
    expect(results.countsOfVitest(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 1 })
    expect(results.failuresOfVitest(report)).toEqual(['a.test.ts: is failed: AssertionError: no'])
  })
  test('never counts a failed run as passed: no report, a file that does not load, an error outside of tests', () => {
    expect(results.countsOfVitest(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(results.countsOfVitest(vitest([file('failed', [])], [5, 0, 0]), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
    expect(results.countsOfVitest(vitest([], [5, 0, 0]), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
    expect(results.countsOfPlaywright(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(results.countsOfPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } }, 1)).toMatchObject({ failed: 1 })
  })
  test('counts a journey that passed only when repeated as passed, and names it', () => {
    const spec = (title: string, status: string) => ({ title, file: 'a.spec.ts', ok: status !== 'unexpected', tests: [{ status }] })
    const specs = [spec('sound', 'expected'), spec('stumbles', 'flaky'), spec('broken', 'unexpected')]
    const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }, suites: [{ suites: [{ specs }] }] }
    expect(results.countsOfPlaywright(report, 1)).toEqual({ passed: 4, failed: 1, skipped: 2 })
    expect(results.repeatedOfPlaywright(report)).toEqual(['a.spec.ts: stumbles'])
    expect(results.failuresOfPlaywright(report)).toEqual(['a.spec.ts: broken'])
  })
  test('ends with one plain line', () => {
    expect(
      results.closingLine([
        { passed: 1, failed: 0, skipped: 0 },
        { passed: 2, failed: 0, skipped: 0 },
      ]),
    ).toBe('3 passed, 0 failed')
    expect(results.closingLine([{ passed: 1, failed: 2, skipped: 3 }])).toBe('1 passed, 2 failed, 3 skipped')
  })
  test('refuses a level that does not exist', async () => {
    await expect(run(process.execPath, [join(SCRIPTS, 'test.mjs'), '--only', 'everything'])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Known: lockfile, types'),
    })
  })
  test('is all that the project’s own CI script runs', () => {
    expect(readFileSync(join(SCRIPTS, '../.ci/run'), 'utf8')).toBe('#!/usr/bin/env bash\nexec npm test\n')
  })
})

test('the scripts import nothing that has to be installed first', async () => {
  const { stdout } = await run('grep', ['-rhoE', "from '[^']+'", SCRIPTS])
  const modules = new Set(stdout.split('\n').filter((line) => line !== ''))
  for (const line of modules) expect(line).toMatch(/^from '(node:|\.\/|\.\.\/)/)
})
