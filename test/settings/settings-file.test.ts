import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { StartupFailed } from '../../src/main/app/startup-failed.ts'
import { openConfSettingsFile } from '../../src/main/settings/conf-file.ts'
import { LOCAL_DEFAULTS, resetSettings } from '../../src/main/settings/local-settings.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const NOW = Date.UTC(2026, 2, 2, 9, 0, 0)

function folderWith(text: string): string {
  const dataFolder = temporaryFolder()
  writeFileSync(dataFolderPaths(dataFolder).settings, text)
  return dataFolder
}

function problemOf(dataFolder: string) {
  try {
    openConfSettingsFile(dataFolder)
  } catch (error) {
    if (error instanceof StartupFailed) return error.problem
    throw error
  }
  throw new Error('it opened')
}

describe('settings of this computer', () => {
  test('are the usual ones where there is no file', () => {
    expect(openConfSettingsFile(join(temporaryFolder(), 'new')).get()).toEqual(LOCAL_DEFAULTS)
  })

  test('are there again after the next start, in a file of the owner', () => {
    const dataFolder = temporaryFolder()
    openConfSettingsFile(dataFolder).set({ theme: 'dark', listenerPort: 8_801 })
    expect(openConfSettingsFile(dataFolder).get()).toEqual({ ...LOCAL_DEFAULTS, theme: 'dark', listenerPort: 8_801 })
    if (process.platform !== 'win32') expect(statSync(dataFolderPaths(dataFolder).settings).mode & 0o777).toBe(0o600)
  })

  test('are seen at once by whoever has the file open, and changed only through it', () => {
    const file = openConfSettingsFile(temporaryFolder())
    file.set({ theme: 'light' })
    file.get().window.width = 1
    expect(file.get()).toEqual({ ...LOCAL_DEFAULTS, theme: 'light' })
  })

  test('keep what another version wrote into the file', () => {
    const dataFolder = folderWith('{"theme":"dark","soundOnReply":true}')
    openConfSettingsFile(dataFolder).set({ secrets: 'vault' })
    expect(JSON.parse(readFileSync(dataFolderPaths(dataFolder).settings, 'utf8'))).toMatchObject({
      theme: 'dark',
      soundOnReply: true,
      secrets: 'vault',
    })
  })

  test('are read from a file that an editor put a byte order mark in', () => {
    const dataFolder = folderWith('\uFEFF{"theme":"dark"}')
    const file = openConfSettingsFile(dataFolder)
    expect(file.get().theme).toBe('dark')
    file.set({ listenerPort: 1 })
    expect(openConfSettingsFile(dataFolder).get()).toMatchObject({ theme: 'dark', listenerPort: 1 })
  })

  test('refuse a value that does not fit, and stay as they were', () => {
    const dataFolder = temporaryFolder()
    const file = openConfSettingsFile(dataFolder)
    expect(() => file.set({ listenerPort: 70_000 })).toThrow(/65535/)
    expect(file.get()).toEqual(LOCAL_DEFAULTS)
    expect(openConfSettingsFile(dataFolder).get()).toEqual(LOCAL_DEFAULTS)
  })
})

describe('a damaged settings file', () => {
  const DAMAGED = [
    '',
    '{',
    'theme: dark',
    '\0\0\0\0',
    '[]',
    'null',
    '"dark"',
    '{"theme":"pink"}',
    '{"listenerPort":"80"}',
    '{"window":{"width":10}}',
  ]

  test.for(DAMAGED)('%j is reported and left as it is', (text) => {
    const dataFolder = folderWith(text)
    const path = dataFolderPaths(dataFolder).settings
    expect(problemOf(dataFolder)).toMatchObject({ code: 'settings_damaged', path, backups: [] })
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  test('is set aside, whole, when the person starts with the usual settings', async () => {
    const dataFolder = folderWith('{"theme":')
    await resetSettings(dataFolder, NOW)
    expect(openConfSettingsFile(dataFolder).get()).toEqual(LOCAL_DEFAULTS)
    expect(readFileSync(join(dataFolder, 'settings.damaged-2026-03-02T09-00-00-000Z.json'), 'utf8')).toBe('{"theme":')
  })

  test('does not replace one that was set aside before', async () => {
    const dataFolder = folderWith('first')
    await resetSettings(dataFolder, NOW)
    writeFileSync(dataFolderPaths(dataFolder).settings, 'second')
    await resetSettings(dataFolder, NOW)
    const kept = readdirSync(dataFolder).map((name) => readFileSync(join(dataFolder, name), 'utf8'))
    expect(kept.sort()).toEqual(['first', 'second'])
  })

  test('that is not there needs nothing set aside', async () => {
    const dataFolder = temporaryFolder()
    await resetSettings(dataFolder, NOW)
    expect(readdirSync(dataFolder)).toEqual([])
  })

  test('is not what a file that cannot be read at all is called', () => {
    const dataFolder = temporaryFolder()
    mkdirSync(dataFolderPaths(dataFolder).settings)
    expect(problemOf(dataFolder)).toMatchObject({ code: 'folder_not_writable' })
    expect(existsSync(dataFolderPaths(dataFolder).settings)).toBe(true)
  })
})
