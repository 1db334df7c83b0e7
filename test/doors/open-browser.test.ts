import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { appBrowserCandidates, appModeCommand, defaultBrowserCommand, hasScreen, openBrowser } from '../../src/main/browser/open-browser.ts'
import { readBrowserShellOptions } from '../../src/main/browser/options.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const linux = { platform: 'linux', env: { DISPLAY: ':0', PATH: '/usr/local/bin:/usr/bin' }, isRoot: false } as const

describe('opening a browser', () => {
  test('needs a screen on Linux', () => {
    expect(hasScreen({ ...linux, env: {} })).toBe(false)
    expect(hasScreen({ ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true)
    expect(hasScreen(linux)).toBe(true)
    expect(hasScreen({ ...linux, platform: 'darwin', env: {} })).toBe(true)
  })

  test('looks for one that can show a window of its own', () => {
    expect(appBrowserCandidates(linux).slice(0, 2)).toEqual(['/usr/local/bin/chromium', '/usr/bin/chromium'])
    expect(appBrowserCandidates({ ...linux, platform: 'win32', env: { ProgramFiles: 'C:\\Program Files' } })).toContain(
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    )
    expect(appBrowserCandidates({ ...linux, platform: 'darwin' })[0]).toContain('/Applications/Google Chrome.app/')
  })

  test('as the superuser leaves out the sandbox that Chromium then refuses to make', () => {
    const url = 'http://127.0.0.1:4000/open?ticket=x'
    expect(appModeCommand('chromium', url, '/data/window', linux).args).toEqual(
      expect.arrayContaining([`--app=${url}`, '--user-data-dir=/data/window']),
    )
    expect(appModeCommand('chromium', url, '/data/window', linux).args).not.toContain('--no-sandbox')
    expect(appModeCommand('chromium', url, '/data/window', { ...linux, isRoot: true }).args).toContain('--no-sandbox')
  })

  test('falls back to the person’s own', () => {
    expect(defaultBrowserCommand('http://127.0.0.1:4000/', linux)).toEqual({ program: 'xdg-open', args: ['http://127.0.0.1:4000/'] })
    expect(defaultBrowserCommand('http://127.0.0.1:4000/', { ...linux, platform: 'darwin' }).program).toBe('open')
  })

  test('starts the program that is there, and goes on where there is none', async () => {
    const folder = temporaryFolder()
    const seen = join(folder, 'seen')
    mkdirSync(join(folder, 'bin'))
    writeFileSync(join(folder, 'bin', 'chromium'), `#!/bin/sh\nprintf '%s\\n' "$@" > ${seen}.tmp && mv ${seen}.tmp ${seen}\n`)
    chmodSync(join(folder, 'bin', 'chromium'), 0o755)
    const desktop = { ...linux, env: { DISPLAY: ':0', PATH: join(folder, 'bin') } }
    const window = await openBrowser('http://127.0.0.1:4000/open?ticket=x', join(folder, 'window'), desktop)
    expect(window).not.toBeNull()
    await expect.poll(() => existsSync(seen)).toBe(true)
    expect(readFileSync(seen, 'utf8')).toContain('--app=http://127.0.0.1:4000/open?ticket=x')
    expect(await openBrowser('http://127.0.0.1:4000/', folder, { ...desktop, env: {} })).toBeNull()
  })
})

describe('the flags of serve', () => {
  test('all have a usual value', () => {
    expect(readBrowserShellOptions([])).toEqual({ port: 0, demo: false, open: true })
  })
  test('are read', () => {
    const options = readBrowserShellOptions([
      '--port',
      '4000',
      '--listener-port=4001',
      '--data-dir',
      '/tmp/desk',
      '--secrets',
      'memory',
      '--demo',
      '--no-open',
    ])
    expect(options).toEqual({ port: 4_000, listenerPort: 4_001, dataFolder: '/tmp/desk', secretsKind: 'memory', demo: true, open: false })
  })
  test.each([
    [['--port', '70000'], '--port'],
    [['--port', '-1'], '--port'],
    [['--listener-port', 'x'], '--listener-port'],
    [['--secrets', 'paper'], '--secrets'],
    [['--nonsense'], '--nonsense'],
    [['word'], 'word'],
  ])('%j are refused by name', (args, name) => {
    expect(() => readBrowserShellOptions(args)).toThrow(expect.objectContaining({ code: 'usage', message: expect.stringContaining(name) }))
  })
})
