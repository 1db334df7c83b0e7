import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Agent, request } from 'undici'
import { expect, test } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { withDesk } from './desk.ts'

const CHILD = join(import.meta.dirname, 'listening-child.ts')
/** Hooks on their way at a time. */
const LANES = 40
/** Deaths of the desk, each after more answers than the one before. */
const DEATHS = [1, 60, 400]

interface Stored {
  ref: string
  verdict: string
}

/** Starts a desk that listens, and waits for its address. */
async function listen(dataFolder: string) {
  const child = spawn(process.execPath, [CHILD, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  const [address] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, address }
}

/** Brings reports until the desk dies after `answers` answers; the references of those it answered with 200. */
async function bringUntilDeath(dataFolder: string, hookPath: string, death: number, answers: number): Promise<string[]> {
  const { child, address } = await listen(dataFolder)
  const agent = new Agent({ connections: LANES })
  const answered: string[] = []
  let sent = 0
  let dead = false
  const exit = once(child, 'exit')
  async function lane(): Promise<void> {
    while (!dead) {
      sent += 1
      const ref = `R${death}.${sent}`
      const body = JSON.stringify({ action: 'dlr', requestid: ref, statusInt: 1, statusStr: 'DELIVRD', recipient: '46701740605' })
      try {
        const answer = await request(`${address}${hookPath}`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json' },
          dispatcher: agent,
        })
        await answer.body.dump()
        if (answer.statusCode === 200) answered.push(ref)
      } catch {
        // Cut off: the provider would bring it again.
      }
      if (answered.length >= answers && !dead) {
        dead = true
        child.kill('SIGKILL')
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  await exit
  await agent.destroy()
  return answered
}

function storedHooks(dataFolder: string): Stored[] {
  const db = new Database(dataFolderPaths(dataFolder).database, { readonly: true })
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    return db.prepare<[], Stored>(`SELECT body ->> 'requestid' AS ref, verdict FROM hooks`).all()
  } finally {
    db.close()
  }
}

test(
  'every hook that was answered is there after the desk is killed, once, and is applied at the next start',
  { timeout: 90_000 },
  async () => {
    const dataFolder = temporaryFolder()
    let hookPath = ''
    await withDesk({ dataFolder, dispatch: false }, async (desk) => {
      ;({ hookPath } = await desk.accounts.add({
        provider: 'connectel',
        name: 'Crash',
        config: { sender: 'Desk' },
        secrets: { token: 'a-token' },
      }))
    })
    const answered: string[] = []
    for (const [death, answers] of DEATHS.entries()) {
      answered.push(...(await bringUntilDeath(dataFolder, hookPath, death, answers)))
      const refs = storedHooks(dataFolder).map(({ ref }) => ref)
      expect(new Set(refs).size).toBe(refs.length)
      expect(answered.filter((ref) => !refs.includes(ref))).toEqual([])
    }
    expect(answered.length).toBeGreaterThanOrEqual(461)
    await withDesk({ dataFolder, dispatch: false, listenerPort: 0 }, async () => {
      await expect.poll(() => storedHooks(dataFolder).filter(({ verdict }) => verdict === 'pending').length, { timeout: 20_000 }).toBe(0)
    })
    expect(new Set(storedHooks(dataFolder).map(({ verdict }) => verdict))).toEqual(new Set(['unknown_message']))
  },
)
