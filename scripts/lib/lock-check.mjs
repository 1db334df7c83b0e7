/** @typedef {{ version?: string, resolved?: string, integrity?: string, optional?: boolean, dev?: boolean, link?: boolean, inBundle?: boolean, optionalDependencies?: Record<string, string> }} LockEntry */
/** @typedef {{ packages: Record<string, LockEntry> }} LockFile */
/** @typedef {{ from: string, name: string, range: string, dev: boolean }} Hole an optional package that `from` names and the lock file lacks */

const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/

const SYSTEMS = ['darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'netbsd', 'android', 'sunos', 'aix', 'openharmony']
const PROCESSORS = ['x64', 'ia32', 'arm64', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el']

/**
 * Optional packages that locked packages name and the lock file has not. A registry that lacks the package of some
 * platform leaves them out silently, and `npm ci` then fails: "Missing: … from lock file".
 * @param {LockFile} lock @returns {Hole[]} each name once per place
 */
export function findHoles(lock) {
  const { packages } = lock
  const holes = new Map()
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (findPackage(packages, path, name) !== null) continue
      if (!holes.has(name)) holes.set(name, { from: path, name, range, dev: entry.dev === true })
    }
  }
  return [...holes.values()]
}

/** Node's way of looking: in the package itself, then in each one that it lies in, then in the project. */
function findPackage(packages, from, name) {
  for (let place = from; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (Object.hasOwn(packages, `${place}/node_modules/${name}`)) return `${place}/node_modules/${name}`
  }
  return Object.hasOwn(packages, `node_modules/${name}`) ? `node_modules/${name}` : null
}

/**
 * The entry that closes a hole, as npm would write it but for the checksum that nobody here knows.
 * @param {Hole} hole
 * @returns {{ version: string, cpu?: string[], dev?: true, libc?: string[], optional: true, os?: string[] } | null}
 *   null when the version is not exact or the name says no platform
 */
export function entryFor({ name, range, dev }) {
  if (!/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(range)) return null
  const platform = platformOf(name)
  if (platform === null) return null
  const { cpu, libc, os } = platform
  return { version: range, ...(cpu && { cpu }), ...(dev && { dev: true }), ...(libc && { libc }), optional: true, ...(os && { os }) }
}

/** System, processor and C library of a platform package, by the words of its name (`…-linux-arm64-musl`). */
export function platformOf(name) {
  const words = name.split('/').at(-1).split(/[-_.]/)
  if (words.includes('wasm32')) return { cpu: ['wasm32'] }
  const os = SYSTEMS.find((system) => words.includes(system))
  const cpu = PROCESSORS.find((processor) => words.includes(processor))
  if (os === undefined) return null
  const libc =
    os !== 'linux'
      ? undefined
      : words.some((word) => word.startsWith('musl'))
        ? ['musl']
        : words.some((word) => word.startsWith('gnu'))
          ? ['glibc']
          : undefined
  return { os: [os], ...(cpu && { cpu: [cpu] }), ...(libc && { libc }) }
}

/**
 * What is wrong with a lock file, as sentences.
 * @param {LockFile} lock
 */
export function findFaults(lock) {
  const faults = findHoles(lock).map(
    ({ from, name }) => `${name}, an optional package of ${from || 'the project'}, is missing from the lock file.`,
  )
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '' || entry.link === true || entry.inBundle === true) continue
    if (entry.resolved !== undefined) {
      faults.push(`${path} is bound to ${hostOf(entry.resolved) ?? 'an unreadable address'}; the lock file names no addresses.`)
    }
    // A filled hole has none: nobody here could look at the package.
    const mayLackChecksum = entry.optional === true && platformOf(path) !== null
    if (entry.integrity === undefined ? !mayLackChecksum : !SHA512.test(entry.integrity)) {
      faults.push(`${path} has ${entry.integrity === undefined ? 'no checksum' : 'a checksum that is not SHA-512'}.`)
    }
  }
  return faults
}

function hostOf(address) {
  return URL.canParse(address) ? new URL(address).host : null
}

/**
 * The lock file with its holes filled and addresses left out, entries in npm's order. Nothing else changes.
 * @param {LockFile} lock @returns {{ lock: LockFile, filled: string[], left: string[] }} names
 */
export function fillHoles(lock) {
  const packages = { ...lock.packages }
  const filled = []
  const left = []
  for (const hole of findHoles(lock)) {
    const entry = entryFor(hole)
    if (entry === null) left.push(hole.name)
    else {
      packages[`node_modules/${hole.name}`] = entry
      filled.push(hole.name)
    }
  }
  const sorted = Object.keys(packages).sort((a, b) => a.localeCompare(b, 'en'))
  return { lock: { ...lock, packages: Object.fromEntries(sorted.map((path) => [path, withoutAddress(packages[path])])) }, filled, left }
}

function withoutAddress({ resolved: _resolved, ...entry }) {
  return entry
}
