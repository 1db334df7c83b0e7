import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { frameOf, type Frame } from '../../screens/support/frame.ts'
import { inboxOf, type Inbox } from '../../screens/support/inbox.ts'
import type { Journey } from '../../screens/support/journey.ts'
import type { DeskProcess } from '../../screens/support/desk-process.ts'

/** What the states of a walk have at hand: the window, the desk behind it, and what a journey has. */
export interface Stage extends Pick<
  Journey,
  'folder' | 'dataFolder' | 'askDesk' | 'carrier' | 'provider' | 'givenAccount' | 'givenCarrier' | 'givenDesk' | 'open'
> {
  readonly page: Page
  readonly frame: Frame
  readonly inbox: Inbox
  /** Remembered from one state to the next: ids of what `begin` made. */
  readonly ids: Map<string, string>
  /** The desk that runs. @throws when none was started */
  desk(): DeskProcess
  /** Starts a desk on the data folder. */
  start(options?: Parameters<Journey['givenDesk']>[0]): Promise<DeskProcess>
  stop(): Promise<void>
  /** Opens the desk in the window, at an address of its own: `inbox`, `settings/keys`. */
  go(path: string): Promise<void>
  /** From now on calls of these operations get no answer in this window: `/conversations\/list/`. */
  holdBack(operations: RegExp): Promise<void>
  /** From now on the window reads `read` where the desk says `said`. For what no test machine can bring about. */
  pretend(said: string, read: string): Promise<void>
  /** Ends `holdBack` and `pretend`. */
  speakFreely(): void
  dialog(name: string | RegExp): Locator
}

/** The stage of one walk. */
export function stageOf(page: Page, journey: Omit<Journey, 'look' | 'givenOpenDesk' | 'reopenAfter' | 'allowComplaints'>): Stage {
  let running: DeskProcess | null = null
  let heldBack: RegExp | null = null
  let pretended = { said: '', read: '' }
  let isBetween = false

  function desk(): DeskProcess {
    if (running === null) throw new Error('No desk was started.')
    return running
  }

  /** Stands on the way between the window and the desk, in windows that are loaded from now on. */
  async function standBetween(): Promise<void> {
    if (isBetween) return
    isBetween = true
    await page.routeWebSocket(/\/rpc$/, (socket) => {
      const server = socket.connectToServer()
      socket.onMessage((message) => {
        if (heldBack?.test(String(message)) !== true) server.send(message)
      })
      server.onMessage((message) => {
        const { said, read } = pretended
        socket.send(typeof message === 'string' && said !== '' ? message.replaceAll(said, read) : message)
      })
    })
  }

  return {
    ...journey,
    page,
    frame: frameOf(page),
    inbox: inboxOf(page),
    ids: new Map(),
    desk,
    dialog: (name) => page.getByRole('dialog', { name }),
    async start(options) {
      running = await journey.givenDesk(options)
      return running
    },
    async stop() {
      await desk().stop()
      running = null
    },
    async go(path) {
      await journey.open(desk())
      if (path === '') return
      await page.evaluate((hash) => location.assign(hash), `#/${path}`)
      await expect(page.getByRole('main').first()).toBeVisible()
    },
    async holdBack(operations) {
      heldBack = operations
      await standBetween()
    },
    speakFreely() {
      heldBack = null
      pretended = { said: '', read: '' }
    },
    async pretend(said, read) {
      pretended = { said, read }
      await standBetween()
    },
  }
}

/** The id remembered under a name. @throws when there is none */
export function idOf({ ids }: Stage, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`Nothing is remembered as “${name}”.`)
  return id
}
