import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Refused } from '../../src/main/app/refused.ts'
import { startTestDesk } from '../support/test-desk.ts'
import { CLOUDFLARED_UP, runs, standIn } from './stand-ins.ts'

const QUICK = { kind: 'cloudflared', url: '' } as const
const CONNECTEL = { provider: 'connectel', name: 'Clinic', config: { sender: 'Clinic' }, secrets: { token: 'tok' } }

function inPath(folder: string): void {
  vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`)
  onTestFinished(() => void vi.unstubAllEnvs())
}

test('a tunnel that was on comes up again with the desk, with another address, and the account is told', async () => {
  const program = standIn('cloudflared', `${CLOUDFLARED_UP}; stay()`)
  inPath(program.folder)
  const first = await startTestDesk({ listenerPort: 'kept' })
  const { id } = await first.desk.accounts.add(CONNECTEL)
  await first.desk.listener.setTunnel({ choice: QUICK })
  expect((await first.desk.listener.get()).tunnel).toMatchObject({ on: false, state: { state: 'off' } })
  await first.desk.listener.startTunnel()
  await expect.poll(async () => (await first.desk.listener.get()).publicUrl).toBe('https://quick-1.trycloudflare.com')
  const { pasted } = await first.desk.listener.confirmPasted({ accountId: id })
  expect(pasted).toEqual([{ accountId: id, url: 'https://quick-1.trycloudflare.com', at: first.clock.now() }])

  const second = await first.restart()
  expect(runs(program.starts()[0]?.pid ?? 0)).toBe(false)
  await expect.poll(async () => (await second.desk.listener.get()).publicUrl).toBe('https://quick-2.trycloudflare.com')
  expect(await second.desk.listener.get()).toMatchObject({ pasted: [{ url: 'https://quick-1.trycloudflare.com' }], tunnel: { on: true } })
  expect(program.starts()[1]?.args).toEqual(program.starts()[0]?.args)

  await second.desk.listener.stopTunnel()
  const third = await second.restart()
  expect((await third.desk.listener.get()).tunnel).toMatchObject({ choice: QUICK, on: false, state: { state: 'off' } })
  expect(program.starts()).toHaveLength(2)
})

test('the tunnel follows the listener to another port; one that is taken changes nothing', async () => {
  const program = standIn('cloudflared', `${CLOUDFLARED_UP}; stay()`)
  inPath(program.folder)
  const { desk } = await startTestDesk({ listenerPort: 'kept' })
  const before = await desk.listener.get()
  await desk.listener.setTunnel({ choice: QUICK })
  await desk.listener.startTunnel()
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const { port } = holder.address() as AddressInfo
  await expect(desk.listener.setPort({ port })).rejects.toMatchObject({ data: { code: 'port_not_available' } })
  expect((await desk.listener.get()).address).toBe(before.address)
  await new Promise<void>((resolve) => holder.close(() => resolve()))
  expect(await desk.listener.setPort({ port })).toMatchObject({ address: `http://127.0.0.1:${port}`, port })
  await expect.poll(() => program.starts().at(-1)?.args.at(-1)).toBe(`http://127.0.0.1:${port}`)
  await expect(fetch(before.address ?? '')).rejects.toThrow('fetch failed')
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404)
})

test('a token is kept with the secrets, handed to the program, and told to nobody', async () => {
  const token = 'canary-ngrok-token'
  const line = '{"lvl":"info","msg":"started tunnel","url":"https://a1.ngrok-free.app"}'
  const program = standIn('ngrok', `process.stdout.write(${JSON.stringify(`${line}\n`)}); stay()`)
  inPath(program.folder)
  const { desk, dataFolder, log } = await startTestDesk()
  await desk.listener.setTunnel({ choice: { kind: 'ngrok', url: '' } })
  const view = await desk.listener.setTunnelToken({ kind: 'ngrok', value: token })
  expect(view.tunnel.tokensSet).toEqual({ cloudflared: false, ngrok: true })
  await desk.listener.startTunnel()
  await expect.poll(async () => (await desk.listener.get()).publicUrl).toBe('https://a1.ngrok-free.app')
  expect(program.starts()[0]?.env['NGROK_AUTHTOKEN']).toBe(token)
  expect(JSON.stringify([await desk.listener.get(), log.lines, program.starts()[0]?.args])).not.toContain(token)
  const settings = join(dataFolder, 'settings.json')
  expect(existsSync(settings) ? readFileSync(settings, 'utf8') : '').not.toContain(token)
  expect((await desk.listener.setTunnelToken({ kind: 'ngrok', value: null })).tunnel.tokensSet.ngrok).toBe(false)
})

test('what cannot work is refused with a sentence', async () => {
  const { desk } = await startTestDesk()
  const refused = (code: string) => ({ data: { code } })
  await expect(desk.listener.startTunnel()).rejects.toMatchObject(refused('tunnel_not_chosen'))
  const plain = { kind: 'own_url', url: 'http://texts.example.com' } as const
  await expect(desk.listener.setTunnel({ choice: plain })).rejects.toMatchObject(refused('tunnel_address_invalid'))
  const ssh = { kind: 'ssh', host: '-oProxyCommand=x', port: 22, user: 'a', remotePort: 80, keyFile: '', url: 'https://a.example' } as const
  await expect(desk.listener.setTunnel({ choice: ssh })).rejects.toMatchObject(refused('tunnel_server_invalid'))
  await desk.listener.setTunnel({ choice: { kind: 'cloudflared', url: 'https://texts.example.com' } })
  await expect(desk.listener.startTunnel()).rejects.toMatchObject(refused('tunnel_token_missing'))
  const { id } = await desk.accounts.add(CONNECTEL)
  await expect(desk.listener.confirmPasted({ accountId: id })).rejects.toMatchObject(refused('no_public_address'))
  await desk.listener.setTunnel({ choice: { kind: 'own_url', url: 'https://texts.example.com/' } })
  await desk.listener.startTunnel()
  await expect(desk.listener.enterAddress({ accountId: id })).rejects.toMatchObject(refused('address_not_taken'))
})

test('where the adapter hands the address over itself, it is entered by one call', async () => {
  const { desk } = await startTestDesk()
  const { id, hookPath } = await desk.accounts.add({
    provider: 'konnect',
    name: 'Calls',
    config: { from: '12025550143' },
    secrets: { accountId: 'acc', apiToken: 'tok' },
  })
  await desk.listener.setTunnel({ choice: { kind: 'own_url', url: 'https://texts.example.com/' } })
  await desk.listener.startTunnel()
  await desk.listener.enterAddress({ accountId: id })
  expect((await desk.accounts.get({ id })).config).toMatchObject({ callbackUrl: `https://texts.example.com${hookPath}` })
})

test('the self-test of a whole desk passes through an address that leads to its own listener', async () => {
  const { desk } = await startTestDesk()
  expect((await desk.listener.selfTest()).failed).toMatchObject({ leg: 'tunnel', code: 'tunnel_not_chosen' })
  const { address } = await desk.listener.get()
  await desk.listener.setTunnel({ choice: { kind: 'own_url', url: address ?? '' } })
  await desk.listener.startTunnel()
  expect(await desk.listener.selfTest()).toMatchObject({ url: address, failed: null })
})

test('a keychain that is locked is said, and stops neither the desk nor its screen', async () => {
  const locked = () =>
    Promise.reject(new Refused('keychain_unavailable', 'The keychain of this computer did not answer. Unlock it and try again.'))
  const secrets = { kind: 'keychain' as const, reason: null, get: locked, set: locked, remove: locked }
  const { desk } = await startTestDesk({ openSecrets: () => Promise.resolve(secrets) })
  await desk.listener.setTunnel({ choice: { kind: 'ngrok', url: '' } })
  const { tunnel } = await desk.listener.startTunnel()
  expect(tunnel).toMatchObject({ on: true, state: { state: 'broken', code: 'keychain_unavailable' }, tokensSet: { ngrok: false } })
})
