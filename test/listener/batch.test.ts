import { expect, test } from 'vitest'
import { createBatcher } from '../../src/main/listener/batch.ts'

/** A batcher whose runs end when the test says so. */
function givenBatcher(maxRuns: number) {
  const runs: { items: number[]; end(): void; fail(): void }[] = []
  const batcher = createBatcher<number, string>(
    (items) => {
      const { promise, resolve, reject } = Promise.withResolvers<string[]>()
      runs.push({ items, end: () => resolve(items.map(String)), fail: () => reject(new Error('disk full')) })
      return promise
    },
    { maxItems: 4, maxRuns },
  )
  return { batcher, runs, items: () => runs.map((run) => run.items) }
}

test('a lone item does not wait, and those that come meanwhile go together, in order', async () => {
  const { batcher, runs, items } = givenBatcher(1)
  const results = [1, 2, 3, 4, 5, 6].map((item) => batcher.add(item))
  expect(items()).toEqual([[1]])
  runs[0]?.end()
  await expect.poll(items).toEqual([[1], [2, 3, 4, 5]])
  runs[1]?.end()
  await expect.poll(items).toEqual([[1], [2, 3, 4, 5], [6]])
  runs[2]?.end()
  expect(await Promise.all(results)).toEqual(['1', '2', '3', '4', '5', '6'])
  await batcher.idle()
})

test('a second run begins with half as many items as the first, and no third', async () => {
  const { batcher, runs, items } = givenBatcher(2)
  const results = [1, 2, 3].map((item) => batcher.add(item))
  expect(items()).toEqual([[1], [2]])
  for (const item of [4, 5, 6, 7]) results.push(batcher.add(item))
  expect(items()).toEqual([[1], [2]])
  runs[0]?.end()
  await expect.poll(items).toEqual([[1], [2], [3, 4, 5, 6]])
  runs[1]?.end()
  await results[1]
  expect(items()).toHaveLength(3)
  results.push(batcher.add(8))
  await expect.poll(items).toEqual([[1], [2], [3, 4, 5, 6], [7, 8]])
  for (const run of runs) run.end()
  expect(await Promise.all(results)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
})

test('a run that fails fails its own items and no others', async () => {
  const { batcher, runs } = givenBatcher(2)
  const results = Promise.allSettled([1, 2, 3].map((item) => batcher.add(item)))
  runs[0]?.fail()
  await expect.poll(() => runs.length).toBe(3)
  runs[1]?.end()
  runs[2]?.end()
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  await batcher.idle()
})
