import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../support/temp-folder.ts'

/**
 * Puts a stand-in for a tunnel program into a folder of its own: a script for this Node that says what the real one
 * is documented to say. `body` runs with `say` (a line on standard error) and `stay` (never end); each start writes
 * its arguments, environment and process id to `starts`.
 */
export function standIn(program: string, body: string) {
  const folder = temporaryFolder()
  const path = join(folder, program)
  const log = join(folder, 'starts.jsonl')
  const script = `#!${process.execPath}
const { appendFileSync, existsSync, readFileSync, writeFileSync } = require('node:fs')
appendFileSync(${JSON.stringify(log)}, JSON.stringify({ pid: process.pid, args: process.argv.slice(2), env: process.env }) + '\\n')
const starts = readFileSync(${JSON.stringify(log)}, 'utf8').trim().split('\\n').length
const say = (line) => process.stderr.write(line + '\\n')
const stay = () => setInterval(() => undefined, 60_000)
${body}
`
  writeFileSync(path, script)
  chmodSync(path, 0o755)
  return {
    folder,
    path,
    starts(): Array<{ pid: number; args: string[]; env: Record<string, string> }> {
      if (!existsSync(log)) return []
      const lines = readFileSync(log, 'utf8').trim().split('\n')
      return lines
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as { pid: number; args: string[]; env: Record<string, string> })
    },
  }
}

/** Whether a process of this id runs. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** What a quick tunnel of cloudflared says on its way up. */
export const CLOUDFLARED_UP = `
say('2026-03-02T09:00:01Z INF Requesting new quick Tunnel on trycloudflare.com...')
say('2026-03-02T09:00:03Z INF +--------------------------------------------------------------------------------------------+')
say('2026-03-02T09:00:03Z INF |  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |')
say('2026-03-02T09:00:03Z INF |  https://quick-' + starts + '.trycloudflare.com                                                 |')
say('2026-03-02T09:00:03Z INF +--------------------------------------------------------------------------------------------+')
say('2026-03-02T09:00:04Z INF Registered tunnel connection connIndex=0 connection=1 event=0 ip=198.41.200.13 location=arn06 protocol=quic')
`
