import { once } from 'node:events'
import { readFileSync, statSync, existsSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { openCommandLineDoor } from '../../src/main/doors/command-line.ts'
import { connectToRunningDesk } from '../../src/main/doors/connect.ts'
import { newToken, proofOf } from '../../src/main/doors/token.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { deskBehindDoors } from './desk-behind-doors.ts'

async function outcomeOf(port: number, path: string, headers: Record<string, string>): Promise<number | 'open'> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
  onTestFinished(() => socket.terminate())
  socket.on('error', () => undefined)
  return await new Promise((resolve) => {
    socket.once('open', () => resolve('open'))
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
  })
}

test('the command line finds the desk that runs on its folder, through a file that is only for the owner', async () => {
  const desk = deskBehindDoors()
  const door = await openCommandLineDoor(desk)
  onTestFinished(() => door.close())
  expect(statSync(join(desk.dataFolder, 'door.json')).mode & 0o777).toBe(0o600)
  const running = await connectToRunningDesk(desk.dataFolder)
  expect(await running?.client.desk.startup()).toEqual({ problem: null })
  running?.close()
})

test('where no desk runs there is none, and a folder that is not there is no mistake', async () => {
  expect(await connectToRunningDesk(temporaryFolder())).toBeNull()
  expect(await connectToRunningDesk(join(temporaryFolder(), 'not', 'there'))).toBeNull()
})

test('the file is gone when the desk has stopped, and calls under way end', async () => {
  const desk = deskBehindDoors()
  const door = await openCommandLineDoor(desk)
  const running = await connectToRunningDesk(desk.dataFolder)
  const events = await running?.client.desk.events()
  const next = events?.next().then(
    () => 'event',
    () => 'ended',
  )
  await door.close()
  expect(await next).toBe('ended')
  expect(existsSync(join(desk.dataFolder, 'door.json'))).toBe(false)
  expect(await connectToRunningDesk(desk.dataFolder)).toBeNull()
})

test('a file left behind by a crash is as good as none', async () => {
  const dataFolder = temporaryFolder()
  const file = join(dataFolder, 'door.json')
  // A port where nothing listens: one that was free a moment ago.
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  for (const content of [JSON.stringify({ version: 1, pid: 1, port, token: newToken() }), '', '{"version":1', '{"version":2}', '[]']) {
    writeFileSync(file, content)
    expect(await connectToRunningDesk(dataFolder)).toBeNull()
  }
  const desk = { ...deskBehindDoors(), dataFolder }
  const door = await openCommandLineDoor(desk)
  onTestFinished(() => door.close())
  const running = await connectToRunningDesk(dataFolder)
  expect(running).not.toBeNull()
  running?.close()
})

test('another program on the port of a file left behind is not taken for the desk, and does not learn the token', async () => {
  const dataFolder = temporaryFolder()
  const token = newToken()
  const server = createServer()
  const sockets = new WebSocketServer({ server })
  const requests: IncomingMessage[] = []
  sockets.on('connection', (_socket, request) => requests.push(request))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    sockets.close()
    server.close()
  })
  writeFileSync(join(dataFolder, 'door.json'), JSON.stringify({ version: 1, pid: 1, port: (server.address() as AddressInfo).port, token }))
  expect(await connectToRunningDesk(dataFolder)).toBeNull()
  expect(requests).toHaveLength(1)
  expect(JSON.stringify([requests[0]?.url, requests[0]?.headers])).not.toContain(token)
})

test('callers that cannot prove they know the token are refused, whatever they say', async () => {
  const desk = deskBehindDoors()
  const door = await openCommandLineDoor(desk)
  onTestFinished(() => door.close())
  const { token } = JSON.parse(readFileSync(join(desk.dataFolder, 'door.json'), 'utf8')) as { token: string }
  const challenge = newToken()
  const proof = `SMS-Desk ${challenge}.${proofOf(token, 'caller', challenge)}`
  expect(await outcomeOf(door.port, '/command-line', { authorization: proof })).toBe('open')
  const refused: Array<[string, string, Record<string, string>]> = [
    ['nothing', '/command-line', {}],
    ['another path', '/', { authorization: proof }],
    ['the proof of another token', '/command-line', { authorization: `SMS-Desk ${challenge}.${proofOf(newToken(), 'caller', challenge)}` }],
    [
      'the proof for another challenge',
      '/command-line',
      { authorization: `SMS-Desk ${newToken()}.${proofOf(token, 'caller', challenge)}` },
    ],
    ['the desk’s own proof', '/command-line', { authorization: `SMS-Desk ${challenge}.${proofOf(token, 'desk', challenge)}` }],
    ['the bare token', '/command-line', { authorization: `SMS-Desk ${token}` }],
    ['an empty challenge', '/command-line', { authorization: `SMS-Desk .${proofOf(token, 'caller', '')}` }],
    ['another scheme', '/command-line', { authorization: proof.replace('SMS-Desk', 'Bearer') }],
    ['a page of a browser', '/command-line', { authorization: proof, origin: 'http://127.0.0.1' }],
  ]
  for (const [what, path, headers] of refused) expect([what, await outcomeOf(door.port, path, headers)]).toEqual([what, 401])
})

test('plain requests get nothing', async () => {
  const door = await openCommandLineDoor(deskBehindDoors())
  onTestFinished(() => door.close())
  const response = await fetch(`http://127.0.0.1:${door.port}/command-line`)
  expect([response.status, await response.text()]).toEqual([404, ''])
})

test('a second desk on the folder does not hide the first: it shows its door only once its data is open', async () => {
  const first = deskBehindDoors()
  const firstDoor = await openCommandLineDoor(first)
  onTestFinished(() => firstDoor.close())
  const second = { ...deskBehindDoors(), dataFolder: first.dataFolder }
  second.setProblem({ code: 'folder_in_use', message: 'Another desk uses this folder.', path: first.dataFolder, backups: [] })
  const secondDoor = await openCommandLineDoor(second)
  const portInFile = () => (JSON.parse(readFileSync(join(first.dataFolder, 'door.json'), 'utf8')) as { port: number }).port
  expect(portInFile()).toBe(firstDoor.port)
  second.setProblem(null)
  second.app.events.publish({ kind: 'startup' })
  await expect.poll(portInFile).toBe(secondDoor.port)
  await firstDoor.close()
  expect(portInFile()).toBe(secondDoor.port)
  await secondDoor.close()
  expect(existsSync(join(first.dataFolder, 'door.json'))).toBe(false)
})
