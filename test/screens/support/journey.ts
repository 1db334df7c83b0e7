import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test as base } from '@playwright/test'
import type { DeskClient } from '../../../src/shared/contract/client.ts'
import type { SandboxBehaviour, Settings } from '../../../src/shared/contract/desk.ts'
import { startTestCarrier, type TestCarrier } from '../../support/carrier.ts'
import { givenQuickVault } from '../../support/quick-vault.ts'
import { startScriptedProvider, type ScriptedProvider } from '../../support/scripted-provider.ts'
import {
  addAccount,
  changeSettings,
  PASSPHRASE,
  startDesk,
  withRunningDesk,
  type AddedAccount,
  type DeskOptions,
  type DeskProcess,
} from './desk-process.ts'
import { lookAt, type Look } from './look.ts'

/** How a desk of a journey is started. `settings` null leaves them as they are. */
type GivenDesk = Partial<DeskOptions> & { settings?: Partial<Settings> | null }

/** What a journey may choose about an account: its name, else "Front desk", and its token. */
interface GivenAccount {
  name?: string
  token?: string
}

/** A desk with an account, in the window of the journey. */
interface OpenDesk {
  desk: DeskProcess
  account: AddedAccount
  /** Where the account's provider brings reports and replies: for `carrier.setHookUrl`. */
  hookUrl: string
}

/** What a journey has at hand. Everything it starts is stopped after it. */
export interface Journey {
  /** An empty folder of this test's own. */
  folder: string
  /** Where the desk of this test keeps its data; made by the desk. */
  dataFolder: string
  /**
   * Starts a desk on the data folder of this test. Texts go out without the seconds in which they can be taken back,
   * unless `settings` say otherwise; `settings` null leaves them as they are.
   */
  givenDesk(options?: GivenDesk): Promise<DeskProcess>
  /** Starts a carrier of the Connectel protocol that behaves so, outside of the desk. */
  givenCarrier(behaviour?: Partial<SandboxBehaviour>): Promise<TestCarrier>
  /** A carrier of the Connectel protocol that answers at once, outside of the desk. */
  carrier: TestCarrier
  /** A provider whose every answer the test writes; it takes everything until told otherwise. */
  provider: ScriptedProvider
  /** Adds a Connectel account, before the desk is started or while it runs. */
  givenAccount(baseUrl: string, options?: GivenAccount): Promise<AddedAccount>
  /**
   * Adds a Connectel account at `provider` (left out, one that reaches {@link NOBODY}), starts the desk as `givenDesk`
   * does, and opens it in the browser.
   */
  givenOpenDesk(options?: GivenDesk & { provider?: { baseUrl: string }; account?: GivenAccount }): Promise<OpenDesk>
  /** Opens the desk in the browser through the address it printed. */
  open(desk: DeskProcess): Promise<void>
  /** Talks to the running desk of this test, as the command line does. @throws when none runs */
  askDesk<Answer>(task: (client: DeskClient) => Promise<Answer>): Promise<Answer>
  /** Stops a desk, waits until `time` (ms UTC) has passed, and opens a desk on the same data. */
  reopenAfter(desk: DeskProcess, time: number): Promise<void>
  /** Checks the screen as it stands with axe, light and dark, and keeps a picture of each. */
  look: Look
  /** What the browser's console may complain about in this test, since the journey provokes it. */
  allowComplaints(pattern: RegExp): void
}

/** What a browser says while the desk of its page is not running. */
export const OUTAGE = /ERR_CONNECTION_(REFUSED|RESET)|WebSocket connection|401/

/** The address of a provider that nobody answers at: for accounts through which nothing is sent. */
export const NOBODY = 'http://127.0.0.1:9/api/v2/'

/** Journeys about other things do not wait for the seconds in which Send can be taken back. */
const NO_UNDO: Partial<Settings> = { undoSeconds: 0 }

/** Answers and reports at once; journeys that watch a state ask for a wait. */
const PROMPT: Partial<SandboxBehaviour> = { answerDelayMs: 0, receiptDelayMs: 0 }

/** A Playwright test with a desk. Fails on console errors, script errors, and requests that leave this computer. */
export const test = base.extend<Journey & { watched: { allowed: RegExp[] } }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'sms-desk-screens-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  dataFolder: async ({ folder }, use) => use(join(folder, 'data')),

  watched: [
    async ({ context }, use) => {
      const complaints: string[] = []
      const allowed: RegExp[] = []
      context.on('console', (message) => {
        if (message.type() === 'error' || /content security policy/i.test(message.text())) complaints.push(message.text())
      })
      context.on('weberror', (error) => complaints.push(error.error().stack ?? error.error().message))
      context.on('request', (request) => {
        if (!/^(http:\/\/(127\.0\.0\.1|localhost):|data:|blob:|about:)/.test(request.url()))
          complaints.push(`A request left this computer: ${request.url()}`)
      })
      await use({ allowed })
      expect(
        complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint))),
        'what the browser complained about',
      ).toEqual([])
    },
    { auto: true },
  ],

  allowComplaints: async ({ watched }, use) => use((pattern) => void watched.allowed.push(pattern)),

  givenDesk: async ({ dataFolder }, use) => {
    const desks: DeskProcess[] = []
    await use(async ({ settings = NO_UNDO, ...options } = {}) => {
      if (options.passphrase === undefined) givenQuickVault(dataFolder, PASSPHRASE)
      const desk = await startDesk({ dataFolder, ...options })
      desks.push(desk)
      // Where the data could not be opened there is no listener, and there are no settings.
      if (settings !== null && desk.listener !== null) await changeSettings(dataFolder, { ...NO_UNDO, ...settings })
      return desk
    })
    for (const desk of desks.toReversed()) await desk.kill()
    expect(errorsInLog(dataFolder), 'errors in the desk’s log').toEqual([])
  },

  givenCarrier: async ({}, use) => {
    const carriers: TestCarrier[] = []
    await use(async (behaviour = {}) => {
      const carrier = await startTestCarrier({ behaviour: { ...PROMPT, ...behaviour } })
      carriers.push(carrier)
      return carrier
    })
    await Promise.all(carriers.map((carrier) => carrier.stop()))
  },

  carrier: async ({ givenCarrier }, use) => use(await givenCarrier()),

  provider: async ({}, use) => {
    const provider = await startScriptedProvider()
    await use(provider)
    await provider.close()
  },

  givenAccount: async ({ dataFolder }, use) =>
    use((baseUrl, { name = 'Front desk', token = 'tok-right' } = {}) => addAccount(dataFolder, { name, baseUrl, token })),

  givenOpenDesk: async ({ givenAccount, givenDesk, open }, use) =>
    use(async ({ provider = { baseUrl: NOBODY }, account: chosen, ...options } = {}) => {
      const desk = await givenDesk(options)
      const account = await givenAccount(provider.baseUrl, chosen)
      await open(desk)
      return { desk, account, hookUrl: `${desk.listener ?? ''}${account.hookPath}` }
    }),

  open: async ({ page }, use) =>
    use(async (desk) => {
      await openAt(page, desk)
    }),

  askDesk: async ({ dataFolder }, use) => use((task) => withRunningDesk(dataFolder, task)),

  reopenAfter: async ({ givenDesk, open, allowComplaints }, use) =>
    use(async (desk, time) => {
      allowComplaints(OUTAGE)
      await desk.stop()
      await expect.poll(() => Date.now(), { timeout: 10_000 }).toBeGreaterThan(time)
      await open(await givenDesk())
    }),

  look: async ({ page }, use, testInfo) => use((name) => lookAt(page, name, testInfo)),
})

export { expect }

/** Opens a desk in any page: the address is left behind at once, and the page has words. */
export async function openAt(page: Page, desk: DeskProcess): Promise<void> {
  await page.goto(desk.url)
  await expect(page).toHaveURL(new RegExp(`^${desk.origin}/(#.*)?$`))
  await expect(page.getByRole('heading').first()).toBeAttached()
  await expect(page.locator('main[aria-busy="true"]')).toHaveCount(0)
}

function errorsInLog(dataFolder: string): string[] {
  const log = join(dataFolder, 'logs', 'desk.log')
  if (!existsSync(log)) return []
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"level":"error"'))
}
