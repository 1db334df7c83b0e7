import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortByDigits } from '../../src/main/store/sort-by-digits.ts'

test('numbers are put in order, equal ones as they came', () => {
  const number = fc.oneof(fc.maxSafeNat(), fc.nat(5), fc.constantFrom(65_535, 65_536, 4_294_967_296, Number.MAX_SAFE_INTEGER))
  fc.assert(
    fc.property(fc.array(number, { maxLength: 300 }), (numbers) => {
      const places = numbers.map((_, place) => place)
      const expected = places.toSorted((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0))
      expect([...sortByDigits(numbers)]).toEqual(expected)
    }),
  )
})
