import { expect, test } from 'vitest'
import { createProviders } from '../../src/main/providers/registry.ts'
import { tunnelChoice, TUNNEL_KINDS } from '../../src/shared/contract/listener.ts'
import { awayWords, emptyChoice, stateWords, WAYS } from '../../src/renderer/settings/listener/words.ts'

test('every way is offered once, with who should take it, and its form starts with what the contract takes', () => {
  expect(WAYS.map(({ kind }) => kind).sort()).toEqual([...TUNNEL_KINDS].sort())
  for (const { kind, who } of WAYS) {
    expect(who).toMatch(/^Take this one /)
    expect(tunnelChoice.parse(emptyChoice(kind))).toEqual(emptyChoice(kind))
  }
})

test('what a provider cannot be asked about is said honestly, and what it can', () => {
  const words = Object.fromEntries(
    createProviders({ sandboxAddress: () => null })
      .list()
      .map(({ descriptor }) => [descriptor.id, awayWords(descriptor.name, descriptor.capabilities)]),
  )
  expect(words['connectel']).toBe(
    'Connectel is asked at the next start what became of every text still open. Replies cannot be asked for: those that come while the desk is closed are lost unless it runs on an always-on machine.',
  )
  expect(words['okroute']).toMatch(/^OKRoute is asked at the next start/)
  expect(words['konnect']).toBe(
    'Kirusa Konnect cannot be asked: missed calls from the time the desk was closed are lost unless it runs on an always-on machine.',
  )
  expect(words['karix']).toMatch(/cannot be asked: reports from/)
})

test('a tunnel that is tried again says so, and one that waits for a person does not', () => {
  const broken = { state: 'broken', code: 'ended', message: '', next: null } as const
  expect(stateWords({ ...broken, retryAt: 5 }).words).toBe('trying again')
  expect(stateWords({ ...broken, retryAt: null }).words).toBe('not running')
})
