import type { Page } from '@playwright/test'

/**
 * Measures inside of the page, so that the way there and back does not count. Put into it before it loads; everything is in
 * milliseconds. `painted` resolves with the time from `start` until the frame in which `isThere` holds has been painted; it rejects
 * after 30 seconds.
 */
interface InPage {
  painted(start: number, isThere: () => boolean): Promise<number>
  /** Times from a key's event to the next paint. */
  keys: number[]
  /** Times between frames, while they are recorded. */
  frames: number[]
  recordFrames(on: boolean): void
}

declare global {
  // oxlint-disable-next-line no-var -- only so can a global be declared
  var bench: InPage
}

/** Gives the page what measures. Call before it is opened. */
export async function prepare(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const channel = new MessageChannel()
    const waiting: (() => void)[] = []
    channel.port1.onmessage = () => waiting.shift()?.()
    // A message posted in a frame's callback is handled after that frame was painted.
    const afterPaint = (then: () => void) =>
      requestAnimationFrame(() => {
        waiting.push(then)
        channel.port2.postMessage(null)
      })
    let last = 0
    let recording = false
    const frame = (at: number) => {
      if (!recording) return
      if (last !== 0) globalThis.bench.frames.push(at - last)
      last = at
      requestAnimationFrame(frame)
    }
    globalThis.bench = {
      keys: [],
      frames: [],
      painted: (start, isThere) =>
        new Promise((resolve, reject) => {
          const look = () => {
            if (isThere()) afterPaint(() => resolve(performance.now() - start))
            else if (performance.now() - start > 30_000) reject(new Error('What was waited for did not come within 30 seconds.'))
            else requestAnimationFrame(look)
          }
          look()
        }),
      recordFrames(on) {
        recording = on
        last = 0
        if (on) requestAnimationFrame(frame)
      },
    }
    addEventListener(
      'keydown',
      (event) => {
        const start = event.timeStamp
        afterPaint(() => globalThis.bench.keys.push(performance.now() - start))
      },
      true,
    )
  })
}

/** Memory of the page's scripts after all that nobody uses was let go, in MiB. */
export async function heapMiB(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number }
  await session.detach()
  return usedSize / 1_048_576
}
