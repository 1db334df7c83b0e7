import { connect } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { startListenerDesk } from '../support/listener-desk.ts'
import { seededRandom } from '../support/random.ts'

const MESSAGES = 1_000
/** `SMS_DESK_SOAK_HOOKS=100000` makes it ten times as long. */
const HOOKS = Number(process.env['SMS_DESK_SOAK_HOOKS'] ?? 10_000)
const CONNECTIONS = 20
/** Requests on their way on one connection. */
const AHEAD = 20

/** What a provider may say of one text in its life; each of them is one hook, brought several times. */
const LIVES = [
  ['sent', 'delivered'],
  ['sent', 'undelivered'],
  ['sent', 'expired', 'delivered'],
  ['sent', 'expired'],
  ['delivered'],
  ['unknown', 'sent'],
] as const

/** Late news never take back that a text was delivered; “unknown” says nothing. */
function endOf(life: readonly string[]): string {
  return life.includes('delivered') ? 'delivered' : (life.at(-1) ?? 'sent')
}

/** Brings requests on one connection, several ahead of their answers; answers the statuses that are not 200. */
async function bring(port: number, requests: readonly string[]): Promise<string[]> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true })
  await once(socket, 'connect')
  const others: string[] = []
  let sent = 0
  let answered = 0
  let rest = ''
  const done = Promise.withResolvers<void>()
  function fill(): void {
    const from = sent
    sent = Math.min(requests.length, answered + AHEAD)
    if (sent > from) socket.write(requests.slice(from, sent).join(''))
  }
  socket.on('data', (data) => {
    const answers = (rest + data.toString('latin1')).split('\r\n\r\n')
    rest = answers.pop() ?? ''
    for (const answer of answers) {
      answered += 1
      if (!answer.startsWith('HTTP/1.1 200 ')) others.push(answer.slice(0, 40))
    }
    if (answered === requests.length) done.resolve()
    else fill()
  })
  socket.on('close', () => done.reject(new Error(`the connection ended after ${answered} answers`)))
  socket.on('error', () => undefined)
  fill()
  await done.promise
  socket.removeAllListeners('close').destroy()
  return others
}

test(
  `${HOOKS} reports and texts, most of them again and all in disorder, end as each of them once and in order would`,
  { timeout: 180_000 },
  async () => {
    const seed = Math.floor(Math.random() * 2 ** 31)
    const random = seededRandom(seed)
    const desk = await startListenerDesk()
    const lives = new Map<string, readonly string[]>()
    desk.db.transaction(() => {
      for (let index = 0; index < MESSAGES; index += 1) {
        lives.set(desk.putMessage(`R${index}`), LIVES[index % LIVES.length] ?? LIVES[0])
      }
    })()
    const bodies = [...lives.values()].flatMap((life, index) => life.map((status) => ({ report: `R${index}`, status })))
    const texts = Array.from({ length: 500 }, (_, index) => ({
      from: `4670175${String(index % 50).padStart(4, '0')}`,
      to: '46701740600',
      id: `M${index}`,
      text: `No. ${index}`,
    }))
    const distinct = [...bodies, ...texts].map((body) => JSON.stringify(body))
    const hooks = Array.from(
      { length: HOOKS },
      (_, index) => distinct[index < distinct.length ? index : Math.floor(random() * distinct.length)] ?? '',
    )
    for (let index = hooks.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1))
      ;[hooks[index], hooks[other]] = [hooks[other] ?? '', hooks[index] ?? '']
    }
    const requests = hooks.map(
      (body) =>
        `POST ${desk.path} HTTP/1.1\r\nHost: desk\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    )
    const share = HOOKS / CONNECTIONS
    const others = await Promise.all(
      Array.from({ length: CONNECTIONS }, (_, index) => bring(desk.port, requests.slice(index * share, (index + 1) * share))),
    )
    expect(others.flat(), `seed ${seed}`).toEqual([])
    await expect
      .poll(() => desk.db.prepare(`SELECT count(*) FROM hooks WHERE verdict = 'pending'`).pluck().get(), { timeout: 60_000 })
      .toBe(0)

    const wrong = [...lives].filter(([id, life]) => desk.statusOf(id) !== endOf(life))
    expect(wrong, `seed ${seed}`).toEqual([])
    const count = (sql: string): unknown => desk.db.prepare(sql).pluck().get()
    expect(count('SELECT count(*) FROM hooks')).toBe(HOOKS)
    expect(count(`SELECT count(*) FROM hooks WHERE verdict NOT IN ('applied', 'duplicate')`)).toBe(0)
    expect(count(`SELECT count(*) FROM messages WHERE direction = 'inbound'`)).toBe(texts.length)
    expect(count('SELECT sum(unread) FROM conversations')).toBe(texts.length)
    expect(count('SELECT count(*) FROM parked_receipts')).toBe(0)
    expect(desk.db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(desk.log.events().filter((event) => event.startsWith('hook.'))).toEqual([])
  },
)
