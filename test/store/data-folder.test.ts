import { describe, expect, test } from 'vitest'
import { dataFolderPaths, defaultDataFolder } from '../../src/main/app/data-folder.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

describe('the data folder is', () => {
  test.for([
    ['linux', {}, '/home/anna', '/home/anna/.local/share/sms-desk'],
    ['linux', { XDG_DATA_HOME: '/data/anna' }, '/home/anna', '/data/anna/sms-desk'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/anna', '/home/anna/.local/share/sms-desk'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/anna', '/home/anna/.local/share/sms-desk'],
    ['darwin', { XDG_DATA_HOME: '/data/anna' }, '/Users/anna', '/Users/anna/Library/Application Support/SMS Desk'],
    [
      'win32',
      { APPDATA: String.raw`C:\Users\anna\AppData\Roaming` },
      String.raw`C:\Users\anna`,
      String.raw`C:\Users\anna\AppData\Roaming\SMS Desk`,
    ],
    ['win32', {}, String.raw`C:\Users\anna`, String.raw`C:\Users\anna\AppData\Roaming\SMS Desk`],
  ] as const)('on %s with %j of %s: %s', ([platform, env, home, expected]) => {
    expect(defaultDataFolder({ platform, env, home })).toBe(expected)
  })
})

test('everything in it lies inside and has a name of its own', () => {
  const folder = temporaryFolder()
  const inside = Object.entries(dataFolderPaths(folder)).filter(([name]) => name !== 'folder')
  for (const [, path] of inside) expect(path.startsWith(folder)).toBe(true)
  expect(new Set(inside.map(([, path]) => path)).size).toBe(inside.length)
})
