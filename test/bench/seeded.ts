import { existsSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { latestVersion } from '../../src/main/store/migrate.ts'
import { migrations } from '../../src/main/store/migrations/index.ts'
import { makeSeededFolder } from '../seed/make-folder.ts'

const HOUR_MS = 3_600_000

/** Runs `task` with the path of a data folder that holds a made-up history, closed; the folder is gone afterwards. */
export async function withSeededFolder<Result>(messages: number, task: (dataFolder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'sms-desk-bench-'))
  const dataFolder = join(folder, 'data')
  await cp(await seedOf(messages), dataFolder, { recursive: true })
  try {
    return await task(dataFolder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A seed of this size and schema, made once: a million messages take minutes. */
async function seedOf(messages: number): Promise<string> {
  const seed = `test-results/seed-${messages}-schema-${latestVersion(migrations)}`
  if (existsSync(seed)) return seed
  const unfinished = `${seed}-unfinished`
  await rm(unfinished, { recursive: true, force: true })
  process.stderr.write(`Making a history of ${messages} messages in ${seed}, for this run and later ones…\n`)
  await makeSeededFolder(unfinished, { messages, seed: 1, until: Math.floor(Date.now() / HOUR_MS) * HOUR_MS, years: 5 })
  await rename(unfinished, seed)
  return seed
}
