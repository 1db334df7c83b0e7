import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { Agent, request } from 'undici'
import type { DeskClient } from '../../src/shared/contract/client.ts'
import { chromiumOfTheSystem } from '../screens/support/chromium.ts'
import { runCommand, startDesk, withRunningDesk } from '../screens/support/desk-process.ts'
import { writeCustomers } from './import-file.ts'
import { heapMiB, prepare } from './in-page.ts'
import { withSeededFolder } from './seeded.ts'
import { timesOf, type Times } from './timing.ts'

/** What a person waits for in the window, in milliseconds to the paint. */
export interface WindowTimes {
  messages: number
  /** From the start of loading, the host being ready, until the list is there and takes clicks. */
  interactive: Times
  openConversation: Times
  pageBack: Times
  search: Times
  /** From a key to the paint, while people are imported and texts are sent. */
  typing: Times
  /** Between frames, while the list is scrolled and 50 messages a second arrive. */
  frames: Times
  /** Share of frames that took more than two at 60 a second. */
  slowFrames: number
  /** Memory of the page's scripts at the end, in MiB. */
  heapMiB: number
}

const LOADS = 5
/** As many as in a day, so that the first ones, with fonts and code not met before, weigh as much as they do. */
const OPENED = 200
const PAGES = 40
const KEYS = 150
const ARRIVE_PER_SECOND = 50
const SCROLL_MS = 8_000
const SEARCHED = [
  'prescription',
  'your',
  'thank you',
  'cykeln',
  'afspraak',
  'rechnung',
  '包裹',
  'amelia',
  'invoice for your sofa',
  'number',
  'order',
  'table for',
  'klar',
  'tack',
  'lördag',
  'bestelling',
  'termin',
  'reminder',
  'merci',
  'monday',
  'tuesday at',
  'high street',
  'sorry',
  'station road',
  'appointment',
  'minutes',
  'visit',
  'glasses',
  'saturday',
  'ready to collect',
  'beställning',
  'booked',
  'invoice',
  'photos',
  'late',
  'reply with',
  'open until',
  'church lane',
  'monday only',
  'anna',
]

/** Measures the window on a history of `messages`: the built desk as a process of its own, and Chromium. */
export function measureWindow(messages: number): Promise<WindowTimes> {
  return withSeededFolder(messages, async (dataFolder) => {
    const desk = await startDesk({ dataFolder })
    const browser = await chromium.launch(chromiumOfTheSystem())
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await prepare(page)
      await page.goto(desk.url)
      const interactive: number[] = []
      for (let load = 0; load < LOADS; load += 1) {
        await page.goto('about:blank')
        await page.goto(`${desk.origin}/#/inbox`, { waitUntil: 'commit' })
        interactive.push(await page.evaluate(() => globalThis.bench.painted(0, () => document.querySelector('.inbox-rows .row') !== null)))
      }
      const openConversation = await openConversations(page)
      const back = await pageBack(page)
      const search = await searchFor(page)
      const typing = await withRunningDesk(dataFolder, (client) => typeMeanwhile(page, client, dataFolder))
      const frames = await withRunningDesk(dataFolder, (client) => scrollMeanwhile(page, client, desk.listener ?? ''))
      return {
        messages,
        interactive: timesOf(interactive),
        openConversation,
        pageBack: back,
        search,
        typing,
        frames: timesOf(frames),
        slowFrames: frames.filter((time) => time > 34).length / Math.max(1, frames.length),
        heapMiB: await heapMiB(page),
      }
    } finally {
      await browser.close()
      await desk.stop()
    }
  })
}

/** Opens one after the other, as with a click, each when the one before has come to rest. */
async function openConversations(page: Page): Promise<Times> {
  const times: number[] = []
  for (let index = 0; index < OPENED; index += 1) {
    times.push(
      await page.evaluate(async (nth) => {
        await new Promise((resolve) => {
          requestIdleCallback(resolve)
        })
        const rows = document.querySelectorAll<HTMLElement>('.inbox-rows .row')
        const row = rows[nth % rows.length]
        const start = performance.now()
        const before = document.querySelector('.thread-messages')
        row?.click()
        return globalThis.bench.painted(start, () => {
          const now = document.querySelector('.thread-messages')
          return now !== before && now?.querySelector('.message') !== null && now !== null
        })
      }, index),
    )
  }
  return timesOf(times)
}

/** Goes back in the open conversation, a window's height at a time, until texts stand there. */
async function pageBack(page: Page): Promise<Times> {
  const times: number[] = []
  for (let turn = 0; turn < PAGES; turn += 1) {
    times.push(
      await page.evaluate(() => {
        const start = performance.now()
        const scroller = document.querySelector('.thread-messages')
        if (scroller !== null) scroller.scrollTop -= scroller.clientHeight
        return globalThis.bench.painted(start, () => {
          const { left, top, width } = scroller?.getBoundingClientRect() ?? { left: 0, top: 0, width: 0 }
          return scroller?.scrollTop === 0 || document.elementFromPoint(left + width / 2, top + 80)?.closest('.thread-row') !== null
        })
      }),
    )
  }
  return timesOf(times)
}

/** Types into the search field, all at once. */
async function searchFor(page: Page): Promise<Times> {
  const times: number[] = []
  const field = page.getByRole('textbox', { name: 'Search texts and people' })
  for (const query of SEARCHED) {
    const done = page.evaluate(
      (wanted) =>
        new Promise<number>((resolve, reject) => {
          const isThere = () => document.querySelector('.inbox-rows[aria-busy="false"]')?.getAttribute('data-query') === wanted
          const typed = (event: Event) => void globalThis.bench.painted(event.timeStamp, isThere).then(resolve, reject)
          addEventListener('input', typed, { once: true, capture: true })
        }),
      query,
    )
    await field.fill(query)
    times.push(await done)
  }
  await field.fill('')
  return timesOf(times)
}

async function typeMeanwhile(page: Page, client: DeskClient, dataFolder: string): Promise<Times> {
  const file = join(dataFolder, '..', 'customers.csv')
  await writeCustomers(file, 100_000)
  await page.locator('.inbox-rows .row').first().click()
  const composer = page.getByRole('textbox', { name: /^Text to/ })
  await composer.click()
  const importing = runCommand(dataFolder, ['contacts', 'import', file, '--country', 'SE'])
  const [account] = await client.accounts.list()
  const over = new AbortController()
  const sends = (async () => {
    for (let index = 0; !over.signal.aborted; index += 1) {
      const to = [`+4673${String(2_000_000 + index)}`]
      await client.messages.send({ requestId: crypto.randomUUID(), accountId: account?.id ?? '', to, text: `Text ${index}` })
    }
  })()
  await page.evaluate(() => void (globalThis.bench.keys.length = 0))
  await composer.pressSequentially('The quick brown fox jumps over the lazy dog. '.repeat(4).slice(0, KEYS), { delay: 30 })
  over.abort()
  await sends
  await importing
  return timesOf(await page.evaluate(() => globalThis.bench.keys))
}

/** Scrolls the list up and down while customers write. */
async function scrollMeanwhile(page: Page, client: DeskClient, listener: string): Promise<number[]> {
  const account = (await client.accounts.list())[0]
  const url = `${listener}${account?.hookPath ?? ''}`
  const agent = new Agent({ connections: 10 })
  const over = new AbortController()
  const arrivals = (async () => {
    const started = performance.now()
    for (let index = 0; !over.signal.aborted; index += 1) {
      const due = started + (index * 1_000) / ARRIVE_PER_SECOND
      if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
      const body = JSON.stringify({
        action: 'mo',
        from: `4670${String(3_000_000 + (index % 500))}`,
        to: '46701740699',
        message: `Text ${index}`,
      })
      const answer = await request(url, { method: 'POST', body, headers: { 'content-type': 'application/json' }, dispatcher: agent })
      await answer.body.dump()
      if (answer.statusCode !== 200) throw new Error(`a hook was answered with ${answer.statusCode}`)
    }
  })()
  await page.locator('.inbox-rows').hover()
  await page.evaluate(() => globalThis.bench.recordFrames(true))
  const end = performance.now() + SCROLL_MS
  for (let turn = 0; performance.now() < end; turn += 1) await page.mouse.wheel(0, turn % 40 < 20 ? 240 : -240)
  await page.evaluate(() => globalThis.bench.recordFrames(false))
  over.abort()
  await arrivals
  await agent.close()
  return page.evaluate(() => globalThis.bench.frames)
}
