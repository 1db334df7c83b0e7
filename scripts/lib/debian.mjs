import { existsSync } from 'node:fs'
import { say } from './project.mjs'
import { runProgram } from './run-program.mjs'

/** What the tests need from the system, and what for. */
export const NEEDED_PACKAGES = {
  screens: ['chromium', 'fonts-dejavu-core', 'fonts-liberation', 'fonts-noto-color-emoji'],
  keyring: ['dbus', 'dbus-daemon', 'gnome-keyring', 'libsecret-1-0'],
  ssh: ['openssh-server', 'openssh-client', 'procps'],
}

/**
 * Sees to Debian packages: installs what is missing where that is possible without asking anybody.
 * @param {string[]} names
 * @returns {Promise<{ missing: string[], help: string }>} what is still missing, and the command that helps
 */
export async function ensureDebianPackages(names) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return { missing: [], help: '' }
  let missing = await notInstalled(names)
  const help = `apt-get install ${missing.join(' ')}`
  if (missing.length === 0 || process.getuid() !== 0) return { missing, help }
  say(`Installing Debian packages: ${missing.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const limits = { env, timeoutMs: 8 * 60_000 }
  await runProgram('apt-get', ['update', '-qq'], limits)
  const installed = await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], limits)
  if (installed.code !== 0) say(installed.output.trim().split('\n').slice(-5).join('\n'))
  missing = await notInstalled(names)
  return { missing, help }
}

async function notInstalled(names) {
  const { output } = await runProgram('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names])
  return names.filter((name) => !output.split('\n').includes(`${name} installed`))
}
