import { expect, test } from 'vitest'
import { createFakeClock } from './fake-clock.ts'

test('a fake clock runs due timers in order, with their own later timers, at their own instants', async () => {
  const clock = createFakeClock(1_000)
  const ran: string[] = []
  const note = (what: string) => ran.push(`${what} at ${clock.now()}`)
  clock.setTimer(20, () => note('second'))
  clock.setTimer(10, () => {
    note('first')
    clock.setTimer(15, () => note('third'))
  })
  clock.setTimer(10, () => note('also first'))
  const cancelled = clock.setTimer(5, () => note('cancelled'))
  cancelled.cancel()
  clock.setTimer(100, () => note('too late'))
  await clock.advance(30)
  expect(ran).toEqual(['first at 1010', 'also first at 1010', 'second at 1020', 'third at 1025'])
  expect([clock.now(), clock.pendingTimers]).toEqual([1_030, 1])
})

test('a timer that a promise sets on the way still runs in time', async () => {
  const clock = createFakeClock(0)
  const ran: number[] = []
  const wait = (ms: number) => new Promise<void>((resolve) => void clock.setTimer(ms, resolve))
  const work = (async () => {
    for (let step = 0; step < 5; step += 1) {
      await wait(10)
      ran.push(clock.now())
    }
  })()
  await clock.advance(50)
  await work
  expect(ran).toEqual([10, 20, 30, 40, 50])
})
