import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
// @ts-expect-error plain JavaScript
import { findFaults, platformOf } from '../../scripts/lib/lock-check.mjs'
import { temporaryFolder } from '../support/temp-folder.ts'

const run = promisify(execFile)
const SCRIPT = join(import.meta.dirname, '../../scripts/lockfile.mjs')
const SUM = `sha512-${'A'.repeat(86)}==`

/** A lock file like one that was made with a registry that lacks most platforms of `tool`. */
function lockWithHoles() {
  return {
    name: 'desk',
    lockfileVersion: 3,
    packages: {
      '': { name: 'desk', devDependencies: { tool: '2.0.0' } },
      'node_modules/@tool/linux-x64-gnu': {
        version: '2.0.0',
        integrity: SUM,
        cpu: ['x64'],
        dev: true,
        libc: ['glibc'],
        optional: true,
        os: ['linux'],
      },
      'node_modules/outer': { version: '1.0.0', integrity: SUM, optionalDependencies: { inner: '3.0.0' } },
      'node_modules/outer/node_modules/inner': { version: '3.0.0', integrity: SUM, optional: true },
      'node_modules/tool': {
        version: '2.0.0',
        integrity: SUM,
        dev: true,
        optionalDependencies: {
          '@tool/linux-x64-gnu': '2.0.0',
          '@tool/linux-arm64-musl': '2.0.0',
          '@tool/darwin-arm64': '2.0.0',
          '@tool/win32-x64-msvc': '2.0.0',
        },
      },
    },
  }
}

async function lockfile(
  lock: unknown,
  ...flags: string[]
): Promise<{ code: number; stderr: string; lock: ReturnType<typeof lockWithHoles> }> {
  const file = join(temporaryFolder(), 'package-lock.json')
  writeFileSync(file, JSON.stringify(lock))
  const { code, stderr } = await run(process.execPath, [SCRIPT, file, ...flags]).then(
    (done) => ({ code: 0, stderr: done.stderr }),
    (error: { code: number; stderr: string }) => error,
  )
  return { code, stderr, lock: JSON.parse(readFileSync(file, 'utf8')) }
}

describe('the lock file check', () => {
  test('names each platform package that is missing, and how to fill it', async () => {
    const { code, stderr } = await lockfile(lockWithHoles())
    expect(code).toBe(1)
    for (const name of ['@tool/linux-arm64-musl', '@tool/darwin-arm64', '@tool/win32-x64-msvc'])
      expect(stderr).toContain(`${name}, an optional package of node_modules/tool, is missing`)
    expect(stderr).not.toContain('@tool/linux-x64-gnu')
    expect(stderr).not.toContain('inner')
    expect(stderr).toContain('npm run lockfile -- --fix')
  })

  test('fills the holes with version, system and processor, and changes nothing else', async () => {
    const before = lockWithHoles()
    const { code, lock } = await lockfile(before, '--fix')
    expect(code).toBe(0)
    expect(lock.packages).toEqual({
      ...before.packages,
      'node_modules/@tool/linux-arm64-musl': { version: '2.0.0', cpu: ['arm64'], dev: true, libc: ['musl'], optional: true, os: ['linux'] },
      'node_modules/@tool/darwin-arm64': { version: '2.0.0', cpu: ['arm64'], dev: true, optional: true, os: ['darwin'] },
      'node_modules/@tool/win32-x64-msvc': { version: '2.0.0', cpu: ['x64'], dev: true, optional: true, os: ['win32'] },
    })
    expect(Object.keys(lock.packages)).toEqual(Object.keys(lock.packages).sort((a, b) => a.localeCompare(b, 'en')))
    expect((await lockfile(lock)).code).toBe(0)
    expect((await lockfile(lock, '--fix')).lock).toEqual(lock)
  })

  test('says so when a hole cannot be filled', async () => {
    const lock = {
      packages: { '': {}, 'node_modules/tool': { version: '1.0.0', integrity: SUM, optionalDependencies: { helper: '^1.0.0' } } },
    }
    const { code, stderr } = await lockfile(lock, '--fix')
    expect(code).toBe(1)
    expect(stderr).toContain('helper could not be filled')
  })

  test('refuses packages bound to an address, or without a proper checksum', () => {
    const withEntry = (entry: object) => findFaults({ packages: { '': {}, 'node_modules/a': { version: '1.0.0', ...entry } } })
    expect(withEntry({ integrity: SUM })).toEqual([])
    expect(withEntry({ integrity: SUM, resolved: 'https://mirror.example/a/-/a-1.0.0.tgz' })).toEqual([
      expect.stringContaining('mirror.example'),
    ])
    expect(withEntry({ integrity: SUM, resolved: 'file:a' })).toHaveLength(1)
    expect(withEntry({})).toEqual([expect.stringContaining('no checksum')])
    expect(withEntry({ integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' })).toEqual([expect.stringContaining('not SHA-512')])
  })

  test.each([
    ['@rolldown/binding-win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'] }],
    ['@oxlint/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@oxlint/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
    ['@rolldown/binding-wasm32-wasi', { cpu: ['wasm32'] }],
    ['fsevents', null],
  ])('reads the platform off the name %s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform)
  })

  test('passes for this project’s own lock file', async () => {
    expect(findFaults(JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')))).toEqual([])
  })
})
