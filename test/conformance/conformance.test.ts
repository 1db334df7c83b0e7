import { describe, expect, test } from 'vitest'
import { createProviders } from '../../src/main/providers/registry.ts'
import { SANDBOX_PROVIDER_ID } from '../../src/main/providers/sandbox/index.ts'
import { CARRIER_PROTOCOLS } from '../../src/main/sandbox/carrier/protocols/index.ts'
import { ROWS } from './rows/index.ts'
import { describeConformance } from './suite.ts'

describe('the suite', () => {
  const registered = createProviders({ sandboxAddress: () => null }).list()

  test('has a row for every provider but the sandbox, which is made of them', () => {
    const covered = new Set(ROWS.map((row) => row.adapter().descriptor.id))
    const wanted = registered.map(({ descriptor }) => descriptor.id).filter((id) => id !== SANDBOX_PROVIDER_ID)
    expect([...covered].toSorted()).toEqual(wanted.toSorted())
  })

  test('runs every provider that the carrier speaks for against the carrier', () => {
    const carried = ROWS.flatMap(({ protocol }) => (protocol === null ? [] : [protocol.id]))
    expect(carried.toSorted()).toEqual(CARRIER_PROTOCOLS.map(({ id }) => id).toSorted())
  })

  test('meets no provider twice in the registry', () => {
    const ids = registered.map(({ descriptor }) => descriptor.id)
    expect(ids).toEqual([...new Set(ids)])
  })
})

for (const row of ROWS) describeConformance(row)
