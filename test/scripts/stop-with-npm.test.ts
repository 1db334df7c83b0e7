import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/temp-folder.ts'

const MODULE = pathToFileURL(join(import.meta.dirname, '../../scripts/lib/stop-with-npm.mjs')).href

/** A program under a shell, as npm starts it; the shell is killed once the program says it runs. */
async function killTheShellOf(env: Record<string, string>): Promise<{ ended: string }> {
  const folder = temporaryFolder()
  const ready = join(folder, 'ready')
  const ended = join(folder, 'ended')
  const program = join(folder, 'program.mjs')
  writeFileSync(
    program,
    `import { stopWithNpm } from '${MODULE}'
import { writeFileSync } from 'node:fs'
stopWithNpm()
process.on('SIGTERM', () => { writeFileSync('${ended}', 'cleanly'); process.exit(0) })
writeFileSync('${ready}', String(process.pid))
setTimeout(() => process.exit(1), 30_000)
`,
  )
  const bare = { ...process.env }
  delete bare['npm_lifecycle_event']
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${program}"; true`], { stdio: 'ignore', env: { ...bare, ...env } })
  await expect.poll(() => (existsSync(ready) ? readFileSync(ready, 'utf8') : ''), { timeout: 10_000 }).toMatch(/\d/)
  shell.kill('SIGKILL')
  return { ended }
}

test.skipIf(process.platform === 'win32')('a program that npm started stops cleanly when npm’s shell is killed', async () => {
  const { ended } = await killTheShellOf({ npm_lifecycle_event: 'serve' })
  await expect.poll(() => existsSync(ended), { timeout: 5_000 }).toBe(true)
})
