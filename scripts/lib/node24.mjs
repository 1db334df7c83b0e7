import { existsSync } from 'node:fs'
import { CannotGoOn, inProject } from './project.mjs'

/** Major version of Node that the built programs need: older ones cannot load the database's binary. */
const NEEDED = 24

/** Whether this very process can run the built programs. */
export function isNode24() {
  return Number(process.versions.node.split('.')[0]) >= NEEDED
}

/**
 * The program that runs Node 24: this one if it is, else the one in `node_modules`.
 * @throws {CannotGoOn}
 */
export function node24() {
  if (isNode24()) return process.execPath
  const path = inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(path)) return path
  throw new CannotGoOn(
    `Node ${NEEDED} is needed; this is Node ${process.versions.node}, and the one that is installed with the dependencies is not there.`,
    'Run: npm ci    (or install Node 24)',
  )
}
