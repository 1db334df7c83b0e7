import { expect, test, vi } from 'vitest'
import { runCli, runJson } from '../cli/run-cli.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Many processes one after the other, each of which opens the desk.
vi.setConfig({ testTimeout: 90_000 })

test('groups are created, filled, shown and removed on the command line', async () => {
  const dataFolder = temporaryFolder()
  const desk = (...args: string[]) => runJson([...args, '--data-dir', dataFolder, '--secrets', 'memory'])
  const file = join(temporaryFolder(), 'people.csv')
  const crowd = Array.from({ length: 2_500 }, (_, index) => `Person ${index},+4670175${String(index).padStart(4, '0')}\n`)
  writeFileSync(file, `Name,Mobile\nAnn Berg,+46701740601\nBo Dahl,+46701740602\nZoë Ångström,+46701740603\n${crowd.join('')}`)
  expect(await desk('contacts', 'import', file)).toMatchObject({ code: 0 })

  const filter = { match: 'any', rules: [{ subject: { kind: 'name' }, test: 'begins', value: 'zoe' }] }
  expect(await desk('groups', 'create', 'Zs', '--filter', JSON.stringify(filter))).toMatchObject({
    code: 0,
    answer: { name: 'Zs', members: 1, builtPercent: null },
  })
  // More than are looked at in one go: the command waits for the rest.
  const everybody = { match: 'all', rules: [{ subject: { kind: 'name' }, test: 'contains', value: 'person' }] }
  expect(await desk('groups', 'create', 'Crowd', '--filter', JSON.stringify(everybody))).toMatchObject({
    code: 0,
    answer: { members: 2_500, builtPercent: null },
  })
  expect(await desk('groups', 'create', 'Regulars')).toMatchObject({ code: 0, answer: { members: 0 } })
  expect(await desk('groups', 'create', 'REGULARS')).toMatchObject({ code: 1, answer: { error: { code: 'group_name_taken' } } })
  expect(await desk('groups', 'create', 'Odd', '--filter', '{"match":"some"}')).toMatchObject({
    code: 2,
    answer: { error: { code: 'usage' } },
  })
  expect(await desk('groups', 'add', 'regulars', '--numbers', '+46701740601', '--numbers', '+46701740602')).toMatchObject({
    code: 0,
    answer: { added: 2 },
  })
  expect(await desk('groups', 'add', 'Regulars', '--numbers', '+46701740609')).toMatchObject({
    code: 1,
    answer: { error: { code: 'contact_not_found' } },
  })
  expect(await desk('groups', 'add', 'Regulars')).toMatchObject({ code: 2 })
  expect(await desk('groups', 'add', 'Regulars', '--search', 'Berg')).toMatchObject({ code: 0, answer: { added: 0 } })
  expect(await desk('groups', 'show', 'Regulars')).toMatchObject({
    code: 0,
    answer: { members: 2, contacts: [{ name: 'Ann Berg' }, { name: 'Bo Dahl' }] },
  })
  const listed = await runCli(['groups', 'list', '--data-dir', dataFolder, '--secrets', 'memory'])
  expect(listed.stdout).toMatch(/Zs +smart +1 +Name begins with “zoe”/)
  expect(await desk('groups', 'remove', 'Regulars')).toMatchObject({ code: 0, answer: { removed: true } })
  expect(await desk('groups', 'show', 'Regulars')).toMatchObject({ code: 1, answer: { error: { code: 'group_not_found' } } })
})
