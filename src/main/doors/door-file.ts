import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import * as z from 'zod'
import { dataFolderPaths } from '../app/data-folder.ts'

/** What a running desk says about how its own command line reaches it: port and token, readable by its owner only. */
const doorFile = z.object({
  version: z.literal(1),
  /** Process that wrote it; for people who look, nothing relies on it. */
  pid: z.int(),
  port: z.int().min(1).max(65_535),
  token: z.string().min(40).max(100),
})
export type DoorFile = z.infer<typeof doorFile>

/** Writes the file whole or not at all, with mode 0600. Replaces one that a crash left behind. */
export async function writeDoorFile(dataFolder: string, door: DoorFile): Promise<void> {
  const path = dataFolderPaths(dataFolder).door
  const written = `${path}.${door.pid}`
  await rm(written, { force: true })
  await writeFile(written, JSON.stringify(door), { mode: 0o600, flag: 'wx' })
  await rename(written, path)
}

/** What the file says, or null when there is none that can be read. */
export async function readDoorFile(dataFolder: string): Promise<DoorFile | null> {
  try {
    const parsed = doorFile.safeParse(JSON.parse(await readFile(dataFolderPaths(dataFolder).door, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Removes the file if it still carries `token`: never another desk's. */
export async function removeDoorFile(dataFolder: string, token: string): Promise<void> {
  const found = await readDoorFile(dataFolder)
  if (found?.token === token) await rm(dataFolderPaths(dataFolder).door, { force: true })
}
