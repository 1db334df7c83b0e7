/**
 * A provider in a process of its own, so that it does not take time from what is measured: takes single texts and
 * texts to several numbers (docs/providers/connectel.md). Usage: `node provider.ts [ANSWER_MS]`. Prints its port, and
 * tells its parent when a text beginning with `reply ` arrives: that text and the moment, in ms since 1970 UTC.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const answerMs = Number(process.argv[2] ?? 0)

let reference = 0
function nextReference(): string {
  reference += 1
  return `RAAA${reference}.1700000000`
}

interface Body {
  message: string
  recipient: string | Record<string, string>[]
}

const server = createServer((request, response) => {
  let text = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => {
    text += chunk
  })
  request.on('end', () => {
    const at = performance.timeOrigin + performance.now()
    const { message, recipient } = JSON.parse(text) as Body
    if (message.startsWith('reply ')) process.send?.({ message, at })
    const answer = (): void => {
      response.writeHead(200, { 'content-type': 'application/json' })
      if (typeof recipient === 'string') response.end(`{"requestid":"${nextReference()}","statusInt":0,"statusStr":"ENROUTE"}`)
      else {
        const taken = recipient
          .flatMap((one) => Object.entries(one))
          .map(([key, number]) => ({ key, recipient: number, requestid: nextReference() }))
        response.end(JSON.stringify({ bulkid: `B${nextReference()}`, recipient: taken, statusInt: 0, statusStr: 'QUEUED' }))
      }
    }
    if (answerMs === 0) answer()
    else setTimeout(answer, answerMs)
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
process.on('disconnect', () => process.exit())
