import { expect, test } from 'vitest'
import { newId } from '../../src/main/store/new-id.ts'

test('ids are UUIDv7, each its own, in the order they were made, over many fetches of random numbers', () => {
  const ids = Array.from({ length: 20_000 }, () => newId())
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
  // The random part differs from id to id: none is left over from the one before.
  expect(new Set(ids.map((id) => id.slice(-8))).size).toBeGreaterThan(ids.length - 10)
})
