import { expect, test } from 'vitest'
import { createProviders } from '../../src/main/providers/registry.ts'
import { tunnelChoice, TUNNEL_KINDS } from '../../src/shared/contract/listener.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { awayWords, beforeWords, emptyChoice, stateWords, WAYS } from '../../src/renderer/settings/listener/words.ts'

const catalog = await loadCatalog('en')
const words = createWords(catalog, 'listener', 'en-GB')

test('every way is offered once, with who should take it, and its form starts with what the contract takes', () => {
  expect([...WAYS].sort()).toEqual([...TUNNEL_KINDS].sort())
  for (const kind of WAYS) {
    expect(catalog.listener.ways[kind].who).toMatch(/^Take this one /)
    expect(new Set(beforeWords(words, kind)).size).toBe(beforeWords(words, kind).length)
    expect(tunnelChoice.parse(emptyChoice(kind))).toEqual(emptyChoice(kind))
  }
})

test('what a provider cannot be asked about is said honestly, and what it can', () => {
  const told = Object.fromEntries(
    createProviders({ sandboxAddress: () => null })
      .list()
      .map(({ descriptor }) => [descriptor.id, awayWords(words, 'en', descriptor.name, descriptor.capabilities)]),
  )
  expect(told['connectel']).toBe(
    'Connectel is asked at the next start what became of every text still open. Replies cannot be asked for: those that come while the desk is closed are lost unless it runs on an always-on machine.',
  )
  expect(told['okroute']).toMatch(/^OKRoute is asked at the next start/)
  expect(told['konnect']).toBe(
    'Kirusa Konnect cannot be asked: missed calls from the time the desk was closed are lost unless it runs on an always-on machine.',
  )
  expect(told['karix']).toMatch(/cannot be asked: reports from/)
})

test('a tunnel that is tried again says so, and one that waits for a person does not', () => {
  const broken = { state: 'broken', code: 'ended', message: '', next: null } as const
  expect(stateWords(words, { ...broken, retryAt: 5 }).text).toBe('trying again')
  expect(stateWords(words, { ...broken, retryAt: null }).text).toBe('not running')
})
