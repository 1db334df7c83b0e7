import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../src/main/doors/content-security-policy.ts'
import {
  ASK_CHANNEL,
  externalLinkVerdict,
  isAllowedNavigation,
  mayHaveThePort,
  mediaTypeOf,
  PORT_CHANNEL,
  resolveAppFile,
  windowPlace,
  windowPreferences,
} from '../../src/main/electron/rules.ts'

describe('the window goes', () => {
  test.each(['app://desk/index.html', 'app://desk/', 'app://desk/index.html#contacts', 'app://desk/index.html?x=1'])(
    'to its own page: %s',
    (url) => {
      expect(isAllowedNavigation(url)).toBe(true)
    },
  )
  test.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'app://other/index.html',
    'app://desk.evil.example/index.html',
    'app://desk:80/index.html',
    'app://user@desk/index.html',
    'app://desk/assets/picture.svg',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:app://desk/1',
    'about:blank',
    'desk',
    '',
  ])('nowhere else: %s', (url) => {
    expect(isAllowedNavigation(url)).toBe(false)
  })
})

describe('a link is handed to the person’s browser', () => {
  test.each(['https://example.com/help?a=1#b', 'http://example.com/'])('when it is a web address: %s', (url) => {
    expect(externalLinkVerdict(url)).toEqual({ action: 'open_outside', url })
  })
  test.each([
    'file:///etc/passwd',
    'smb://server/share',
    'mailto:somebody@example.com',
    'ms-msdt:/id',
    'vscode://x',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://desk/index.html',
    'https://somebody:password@example.com/',
    'https://',
    '/help',
    `https://example.com/${'x'.repeat(2_000)}`,
  ])('and not otherwise: %s', (url) => {
    expect(externalLinkVerdict(url)).toEqual({ action: 'refuse' })
  })
})

describe('the port to the host', () => {
  const page = { origin: 'app://desk', url: 'app://desk/index.html', parent: null }
  test('is for the main frame of the desk’s window on its own page', () => {
    expect(mayHaveThePort(page, true)).toBe(true)
  })
  test.each([
    ['a frame that is gone', null, true],
    ['another window', page, false],
    ['a frame inside the page', { ...page, parent: {} }, true],
    ['a page of another origin', { ...page, origin: 'https://example.com' }, true],
    ['a sandboxed page', { ...page, origin: 'null' }, true],
    ['a page that says it is elsewhere', { ...page, url: 'https://example.com/' }, true],
    ['a file of the app that is not its page', { ...page, url: 'app://desk/assets/picture.svg' }, true],
  ] as const)('is not for %s', (_what, frame, isDeskWindow) => {
    expect(mayHaveThePort(frame, isDeskWindow)).toBe(false)
  })
})

describe('an address under app://desk', () => {
  test.each([
    ['app://desk/', 'index.html'],
    ['app://desk', 'index.html'],
    ['app://desk/index.html', 'index.html'],
    ['app://desk/index.html?x#y', 'index.html'],
    ['app://desk/assets/index-abc.js', 'assets/index-abc.js'],
    ['app://desk/assets/a%20b.png', 'assets/a b.png'],
    ['app://desk/../../etc/passwd', 'etc/passwd'],
  ])('%s is the file %s', (url, file) => {
    expect(resolveAppFile(url)).toBe(file)
  })
  test.each([
    'app://desk/%2e%2e/secret',
    'app://desk/..%2f..%2fetc/passwd',
    'app://desk/assets/%2e%2e%2f%2e%2e%2fsecret',
    'app://desk/..%5c..%5csecret',
    'app://desk/C%3A/Windows',
    'app://desk/.env',
    'app://desk/assets/.hidden',
    'app://desk//etc/passwd',
    'app://desk/assets/',
    'app://desk/index.html%00.png',
    'app://desk/%E0%A4%A',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    'https://desk/index.html',
    'nonsense',
  ])('%s is no file', (url) => {
    expect([null, 'secret']).toContain(resolveAppFile(url))
    expect(resolveAppFile(url) ?? '').not.toMatch(/\.\.|^\/|\\|passwd|^\./)
  })
  test('never names a file outside of the folder, whatever it holds', () => {
    const piece = oneof(
      constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', '%00', ':', 'assets', 'C:', '%252e'),
      string({ maxLength: 6 }),
    )
    assert(
      property(array(piece, { maxLength: 8 }), (pieces) => {
        const file = resolveAppFile(`app://desk/${pieces.join('')}`)
        if (file === null) return
        expect(file.split('/')).not.toContain('..')
        expect(join('/window', file).startsWith('/window/')).toBe(true)
        expect(file).not.toMatch(/^\/|[\\:\0]/)
      }),
      { numRuns: 2_000 },
    )
  })
  test('is run as a script only if it is one', () => {
    expect(mediaTypeOf('assets/index.js')).toBe('text/javascript; charset=utf-8')
    expect(mediaTypeOf('notes.txt')).toBe('application/octet-stream')
  })
})

test('the page’s policy lets in the desk’s own scripts, and styles of this load', () => {
  const policy = Object.fromEntries(
    contentSecurityPolicy('abc')
      .split('; ')
      .map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
  )
  expect(policy['default-src']).toEqual(["'none'"])
  expect(policy['script-src']).toEqual(["'self'"])
  expect(policy['style-src']).toEqual(["'self'", "'nonce-abc'"])
  expect(policy['connect-src']).toEqual(["'self'"])
  expect(policy['frame-ancestors']).toEqual(["'none'"])
  expect(contentSecurityPolicy('abc')).not.toMatch(/unsafe|\*|https?:/)
})

test('the window’s page is in Electron’s sandbox, apart from the preload, without Node', () => {
  expect(windowPreferences('/preload.cjs')).toMatchObject({
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test('the preload, which may import nothing, names the same channels', () => {
  const preload = readFileSync(join(import.meta.dirname, '../../src/preload/index.ts'), 'utf8')
  for (const channel of [ASK_CHANNEL, PORT_CHANNEL]) expect(preload).toContain(`'${channel}'`)
})

describe('the window opens', () => {
  const screen = { x: 0, y: 0, width: 1_920, height: 1_040 }
  const kept = { x: 100, y: 50, width: 1_200, height: 700 }
  test('where it was', () => {
    expect(windowPlace(kept, [screen])).toEqual(kept)
  })
  test('on a second screen that is still there', () => {
    const second = { ...kept, x: 2_500 }
    expect(windowPlace(second, [screen, { ...screen, x: 1_920 }])).toEqual(second)
  })
  test.each([
    ['the screen is gone', { ...kept, x: 2_500 }],
    ['its title bar would be above the screen', { ...kept, y: -300 }],
    ['it was never moved', { ...kept, x: null, y: null }],
  ])('in the middle when %s', (_why, place) => {
    expect(windowPlace(place, [screen])).toEqual({ width: 1_200, height: 700 })
  })
  test('no smaller than can be worked with', () => {
    expect(windowPlace({ ...kept, width: 10, height: 10 }, [screen])).toMatchObject({ width: 900, height: 600 })
  })
})
