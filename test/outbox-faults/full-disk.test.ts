import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Ports } from '../../src/main/app/ports.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import type { CarrierCall } from './carrier.ts'
import type { FaultDesk } from './desk.ts'
import {
  createProbeStore,
  KARL,
  MAJA,
  MINUTE,
  numbers,
  SECOND,
  send,
  sendOne,
  startFaultDesk,
  until,
  untilCalls,
  untilStatus,
} from './desk.ts'

/** A desk, and the ways to take all room from it and to give it back. */
interface CrampedDesk extends FaultDesk {
  fill(): void
  makeRoom(): void
}

/** SQLite's own limit: what it says and does is what it says and does on a full disk. */
async function startLimitedDesk(): Promise<CrampedDesk> {
  const probe = createProbeStore()
  const test = await startFaultDesk({ openStore: probe.openStore })
  return {
    ...test,
    fill() {
      // What is left in its pages is not to be had either.
      probe.db().pragma(`max_page_count = ${String(probe.db().pragma('page_count', { simple: true }))}`)
      expect(() => fillPages(probe)).toThrow('full')
    },
    makeRoom() {
      // The limit goes with its connection.
      if (probe.db().open) probe.db().pragma('max_page_count = 1073741823')
    },
  }
}

function fillPages(probe: ReturnType<typeof createProbeStore>): void {
  const insert = probe.db().prepare(`INSERT INTO settings VALUES (?, '""', 1)`)
  for (let row = 0; ; row += 1) insert.run(`ballast ${row}`)
}

/** A small disk of its own, gone after the test. */
async function startDeskOnSmallDisk(change: Partial<Ports> = {}): Promise<CrampedDesk> {
  const dataFolder = join(temporaryFolder(), 'disk')
  mkdirSync(dataFolder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'none', dataFolder])
  onTestFinished(() => void execFileSync('umount', [dataFolder]))
  const ballast = join(dataFolder, 'ballast')
  return {
    ...(await startFaultDesk({ dataFolder, ...change })),
    fill: () => fillDisk(ballast),
    makeRoom: () => rmSync(ballast),
  }
}

function fillDisk(file: string): void {
  const handle = openSync(file, 'w')
  try {
    for (;;) writeSync(handle, Buffer.alloc(4_096))
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' })
  } finally {
    closeSync(handle)
  }
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const MOUNTS = canMount()
if (!MOUNTS) process.stderr.write('NOT RUN: sending on a really full disk (only root on Linux can mount a small one)\n')

const disks: Array<[string, () => Promise<CrampedDesk>, boolean]> = [
  ['a database that may not grow', startLimitedDesk, true],
  ['a disk without room', startDeskOnSmallDisk, MOUNTS],
]

describe.each(disks)('%s', (_disk, start, isPossible) => {
  it.skipIf(!isPossible)('stops sending, keeps the outcomes of calls in flight, and goes on when there is room', async () => {
    const desk = await start()
    const open: CarrierCall[] = []
    desk.carrier.onCall = (call) => void open.push(call)
    const to = numbers(30)
    const ids = await Promise.all(to.slice(0, 6).map((number) => sendOne(desk, number, 'Your car is ready')))
    const batch = (await send(desk, to.slice(6), 'Offer')).map(({ id }) => id)
    const scheduled = await sendOne(desk, MAJA, 'In a minute', { at: desk.clock.now() + MINUTE })
    await untilCalls(desk.carrier, 7)
    desk.fill()
    desk.carrier.onCall = (call) => call.accept()
    for (const call of open) call.accept()
    await until(() => expect(desk.log.events()).toContain('outbox.turn_failed'))
    await desk.clock.advance(2 * MINUTE)
    expect(desk.carrier.calls).toHaveLength(7)
    // What fits into pages there are may have been written; nothing else is sent as long as one outcome waits.
    expect((await desk.desk.messages.list({ limit: 500, status: 'sending' })).messages.length).toBeGreaterThan(0)
    expect((await desk.desk.messages.get({ id: scheduled })).status).toBe('queued')

    desk.makeRoom()
    await desk.clock.advance(2 * SECOND)
    for (const id of [...ids, ...batch]) {
      const message = await untilStatus(desk, id, 'sent')
      expect(message.attempts).toHaveLength(1)
      expect(message.providerRefs).toHaveLength(1)
    }
    await untilStatus(desk, scheduled, 'sent')
    expect(desk.carrier.arrivals()).toHaveLength(31)
    expect(new Set(desk.carrier.arrivals()).size).toBe(31)
  })

  it.skipIf(!isPossible)('is said in the log, and does not flood it', async () => {
    const desk = await start()
    const open: CarrierCall[] = []
    desk.carrier.onCall = (call) => void open.push(call)
    await send(desk, numbers(30), 'Offer')
    await untilCalls(desk.carrier, 1)
    desk.fill()
    for (const call of open) call.accept()
    await until(() => expect(desk.log.events()).toContain('outbox.turn_failed'))
    await desk.clock.advance(2 * MINUTE)
    // No more than two lines for each time it tries again.
    expect(desk.log.lines.filter(({ level }) => level === 'error').length).toBeLessThanOrEqual(250)
  })

  it.skipIf(!isPossible)('that is still full when the desk stops leaves texts whose fate nobody knows', async () => {
    const desk = await start()
    const open: CarrierCall[] = []
    desk.carrier.onCall = (call) => void open.push(call)
    const ids = (await send(desk, numbers(20), 'Offer')).map(({ id }) => id)
    await untilCalls(desk.carrier, 1)
    desk.fill()
    for (const call of open) call.accept()
    await until(() => expect(desk.log.events()).toContain('outbox.turn_failed'))
    await desk.app.stop()
    desk.makeRoom()
    desk.carrier.onCall = (call) => call.accept()
    const again = await desk.restart()
    for (const id of ids) await untilStatus(again, id, 'unconfirmed')
    await again.clock.advance(MINUTE)
    expect(desk.carrier.calls).toHaveLength(1)
  })

  it.skipIf(!isPossible)('is named to who wants to send, and nothing is queued by half', async () => {
    const desk = await start()
    desk.fill()
    const refused = await send(desk, numbers(30), 'Ready'.repeat(300)).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'REFUSED', message: expect.stringContaining('disk') })
    expect((await desk.desk.messages.list({ limit: 10 })).messages).toHaveLength(0)
    desk.makeRoom()
    await untilStatus(desk, await sendOne(desk, KARL, 'Ready'), 'sent')
    expect(desk.carrier.calls).toHaveLength(1)
  })
})
