import { describe, expect, test } from 'vitest'
// @ts-expect-error plain JavaScript
import * as start from '../../scripts/lib/start-arguments.mjs'
import { demoFolder, prepareDemo } from '../../src/main/browser/demo.ts'
import { readBrowserShellOptions } from '../../src/main/browser/options.ts'
import { parseCommandLine } from '../../src/main/cli/arguments.ts'
import { COMMANDS } from '../../src/main/cli/commands.ts'
import { startTestDesk } from '../support/test-desk.ts'

describe('--demo-as', () => {
  test('makes a demo of the browser shell, with and without --demo', () => {
    expect(readBrowserShellOptions(['--demo-as', 'karix'])).toMatchObject({ demo: true, demoAs: 'karix' })
    expect(readBrowserShellOptions(['--demo', '--demo-as=kpn'])).toMatchObject({ demo: true, demoAs: 'kpn' })
    expect(readBrowserShellOptions(['--demo'])).not.toHaveProperty('demoAs')
    expect(readBrowserShellOptions([])).toMatchObject({ demo: false })
    expect(() => readBrowserShellOptions(['--demo-as'])).toThrow(/demo-as/)
  })

  test('is taken by serve, and by no other command', () => {
    expect(parseCommandLine(['serve', '--demo-as', 'konnect'], COMMANDS)).toMatchObject({ options: { 'demo-as': 'konnect' } })
    expect(() => parseCommandLine(['search', 'x', '--demo-as', 'konnect'], COMMANDS)).toThrow(/takes no --demo-as/)
  })

  test('reaches Electron the way Chromium reads it', () => {
    const screen = { platform: 'linux', env: { DISPLAY: ':0' }, getuid: () => 1_000 }
    expect(start.electronArguments('/desk', ['--demo-as', 'karix', '--data-dir', '/tmp/a b'], screen)).toEqual([
      '/desk',
      '--demo-as=karix',
      '--data-dir=/tmp/a b',
    ])
    expect(start.wantsTheBrowser(['--demo-as', 'karix'], screen)).toBeNull()
  })
})

describe('the demo', () => {
  test.each([
    [undefined, 'Sandbox'],
    ['karix', 'Sandbox (Karix)'],
  ])('as %s has an account called %s, sample people and no welcome', async (as, name) => {
    const { app, desk } = await startTestDesk()
    await prepareDemo(app, as)
    expect((await desk.accounts.list()).map((account) => account.name)).toEqual([name])
    expect((await desk.settings.get()).welcomed).toBe(true)
    expect((await desk.contacts.list({ limit: 10 })).total.count).toBeGreaterThan(0)
    expect((await desk.templates.list({})).templates.map(({ group }) => group)).toContain('Appointments')
  })

  test('as nobody in particular keeps the provider it was started with before', async () => {
    const { app, desk } = await startTestDesk()
    await prepareDemo(app, 'okroute')
    await prepareDemo(app)
    expect((await desk.accounts.list()).map((account) => account.name)).toEqual(['Sandbox (OKRoute)'])
  })

  test('as somebody unknown is refused', async () => {
    const { app } = await startTestDesk()
    await expect(prepareDemo(app, 'pigeon')).rejects.toMatchObject({ code: 'sandbox_protocol_unknown' })
  })

  test('has a folder of its own', () => {
    expect(demoFolder('/data')).toBe('/data-demo')
  })
})

describe('through the contract', () => {
  test('a customer texts or calls the account that is named', async () => {
    const { desk } = await startTestDesk()
    const kpn = (await desk.sandbox.start({ sampleData: false, as: 'kpn' })).accountId
    const konnect = (await desk.sandbox.start({ sampleData: false, as: 'konnect' })).accountId
    expect(await desk.sandbox.reply({ from: '+31612345678', text: 'Hoi', accountId: kpn })).toEqual({ accepted: true })
    expect(await desk.sandbox.missedCall({ from: '+46701740605', accountId: konnect })).toEqual({ accepted: true })
    expect(await desk.sandbox.missedCall({ from: '+46701740606' })).toEqual({ accepted: true })
  })

  test('what cannot be is refused at the door', async () => {
    const { desk } = await startTestDesk()
    const start = (as: string) => desk.sandbox.start({ sampleData: false, as })
    const reply = (accountId: string) => desk.sandbox.reply({ from: '+46701740605', text: 'Hi', accountId })
    for (const call of [
      () => start(''),
      () => start('a'.repeat(41)),
      () => desk.sandbox.missedCall({ from: '' }),
      () => desk.sandbox.missedCall({ from: '+46701740605', accountId: 'first' }),
      () => reply('first'),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'BAD_INPUT' })
    }
  })
})
