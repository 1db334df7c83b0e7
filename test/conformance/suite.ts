import { describe } from 'vitest'
import type { ConformanceRow } from './row.ts'
import { describeAsking } from './sections/asking.ts'
import { describeBatches } from './sections/batches.ts'
import { describeDesk } from './sections/desk.ts'
import { describeErrors } from './sections/errors.ts'
import { describeHooks } from './sections/hooks.ts'
import { describeProperties } from './sections/properties.ts'
import { describeSending, describeVoiceCodes } from './sections/sending.ts'

/** What an adapter owes the desk, over real HTTP against the other side. */
export function describeConformance(row: ConformanceRow): void {
  describe(`${row.name}:`, () => {
    describeSending(row)
    describeVoiceCodes(row)
    describeErrors(row)
    describeBatches(row)
    describeHooks(row)
    describeDesk(row)
    describeAsking(row)
    row.more?.(row)
  })
}

/** Whatever a provider, or somebody in its place, may answer or send to the hook. */
export function describeAnyAnswer(row: ConformanceRow): void {
  describe(`${row.name}:`, () => {
    describeProperties(row)
  })
}

/** What changes when an account of a provider has another setting: how texts go out, and what errors mean. */
export function describeVariant(row: ConformanceRow): void {
  describe(`${row.name}:`, () => {
    describeSending(row)
    describeErrors(row)
    describeBatches(row)
  })
}
