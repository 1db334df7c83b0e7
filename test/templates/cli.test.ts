import { expect, test, vi } from 'vitest'
import { runCli, runJson } from '../cli/run-cli.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

// Many processes one after the other, each of which opens the desk.
vi.setConfig({ testTimeout: 60_000 })

test('templates are added, listed and removed on the command line', async () => {
  const place = ['--data-dir', temporaryFolder(), '--secrets', 'memory']
  const desk = (...args: string[]) => runJson([...args, ...place])
  const text = '- Hi {first name|there}!'
  expect(await desk('templates', 'add', 'Ready', '--text', text, '--group', 'Garage')).toMatchObject({
    code: 0,
    answer: { name: 'Ready', group: 'Garage', text, uses: 0, lastUsedAt: null },
  })
  expect(await desk('templates', 'add', 'READY', '--text', text)).toMatchObject({
    code: 1,
    answer: { error: { code: 'template_name_taken' } },
  })
  expect(await desk('templates', 'add', 'Other')).toMatchObject({ code: 2, answer: { error: { code: 'usage' } } })
  expect(await desk('templates', 'list', '--search', 'nothing')).toMatchObject({ code: 0, answer: { templates: [] } })
  expect((await runCli(['templates', 'list', ...place])).stdout).toMatch(/Ready +Garage +0 +- Hi \{first name\|there\}!/)
  expect(await desk('templates', 'remove', 'ready')).toMatchObject({ code: 0, answer: { removed: true } })
  expect(await desk('templates', 'remove', 'ready')).toMatchObject({ code: 1, answer: { error: { code: 'template_not_found' } } })
})
