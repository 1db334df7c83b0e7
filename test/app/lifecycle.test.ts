import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createApp } from '../../src/main/app/createApp.ts'
import { createNodePorts } from '../../src/main/app/node-ports.ts'
import type { Ports } from '../../src/main/app/ports.ts'
import { openSecrets } from '../../src/main/secrets/open.ts'
import { openInlineStore } from '../../src/main/store/inline-store.ts'
import { memoryLog } from '../support/memory-log.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { startTestDesk } from '../support/test-desk.ts'

async function appOn(dataFolder: string, change: Partial<Ports>) {
  const ports = createNodePorts({ shell: 'test', dataFolder, listenerPort: null, dispatch: false, log: memoryLog() })
  const app = await createApp({ ...ports, openStore: openInlineStore, ...change })
  onTestFinished(() => app.stop())
  return app
}

describe('a desk', () => {
  it('asks for the passphrase of its vault, tells a wrong one, and opens with the right one', async () => {
    const dataFolder = temporaryFolder()
    const first = await appOn(dataFolder, { openSecrets, secretsKind: 'vault', vaultPassphrase: 'correct horse' })
    await first.services().secrets.set('an-account', 'token', 'tok')
    await first.stop()

    const app = await appOn(dataFolder, { openSecrets, secretsKind: 'vault' })
    expect(app.startupProblem()?.code).toBe('vault_locked')
    const wrong = await app.resolveStartup({ action: 'unlock_vault', passphrase: 'battery staple' })
    expect(wrong?.code).toBe('vault_locked')
    expect(wrong?.message).toMatch(/passphrase/)
    expect(await app.resolveStartup({ action: 'unlock_vault', passphrase: 'correct horse' })).toBeNull()
    expect(await app.services().secrets.get('an-account', 'token')).toBe('tok')
  })

  it('says so when its data thread ends, and goes on when asked to try again', async () => {
    let lose: (error: Error) => void = () => undefined
    const { app, desk } = await startTestDesk({
      openStore: (options) => {
        lose = options.onLost ?? lose
        return openInlineStore(options)
      },
    })
    await desk.settings.set({ defaultCountry: 'NL' })
    lose(new Error('the thread ended'))
    await vi.waitFor(() => expect(app.startupProblem()?.code).toBe('startup_failed'))
    await expect(desk.settings.get()).rejects.toMatchObject({ data: { code: 'startup_failed' } })
    expect(await desk.desk.resolveStartup({ action: 'retry' })).toEqual({ problem: null })
    expect((await desk.settings.get()).defaultCountry).toBe('NL')
  })

  it('backs itself up once a day while it runs', async () => {
    const { app, clock } = await startTestDesk()
    const { maintenance } = app.services().store
    await clock.advance(60_000)
    const [first] = await vi.waitFor(async () => {
      const backups = await maintenance.backups()
      expect(backups).toHaveLength(1)
      return backups
    })
    await clock.advance(3_600_000)
    expect(await maintenance.backups()).toEqual([first])
  })

  it('keeps its settings and its listener’s port over a restart', async () => {
    const first = await startTestDesk({ listenerPort: 'kept' })
    await first.desk.settings.set({ theme: 'dark' })
    const { address } = (await first.desk.desk.status()).listener
    const again = await first.restart()
    expect((await again.desk.settings.get()).theme).toBe('dark')
    expect((await again.desk.desk.status()).listener.address).toBe(address)
  })
})
