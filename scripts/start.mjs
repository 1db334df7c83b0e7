// npm start: installs and builds what is missing, then opens the desk: in Electron where there is one, else in a browser.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { ensureBuild } from './lib/build.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { electronBinary, ensureElectron } from './lib/electron.mjs'
import { node24 } from './lib/node24.mjs'
import { CannotGoOn, inProject, main, PROJECT, say } from './lib/project.mjs'
import { electronArguments, wantsTheBrowser } from './lib/start-arguments.mjs'
import { stopWithNpm } from './lib/stop-with-npm.mjs'

/** A window that closes with an error within this time never really opened, in milliseconds. */
const OPENED_AFTER_MS = 8_000

await main(async () => {
  stopWithNpm()
  const args = process.argv.slice(2)
  await ensureDependencies()
  await ensureBuild()
  const why = wantsTheBrowser(args, process)
  if (why === null) {
    const electron = await ensureElectron()
    if (electron.binary !== null) {
      const ended = await openElectron(electron.binary, args)
      if (ended !== 'did not open') return ended
      say('Electron is installed but does not run on this computer, so SMS Desk opens in the browser.')
    } else {
      say(`SMS Desk opens in the browser, because there is no Electron here (${electron.reason}).`)
    }
  } else if (why !== '') {
    say(why)
  } else if (electronBinary() === null) {
    say('There is no Electron here, so SMS Desk runs in the browser.')
  }
  return await openInBrowser(args)
})

/** @returns {Promise<number | 'did not open'>} */
function openElectron(binary, args) {
  return new Promise((resolve) => {
    const started = Date.now()
    const child = spawn(binary, electronArguments(PROJECT, args, process), { stdio: 'inherit' })
    const stop = passSignals(child)
    child.on('error', () => resolve('did not open'))
    child.on('close', (code, signal) => {
      stop()
      const failed = code !== 0 && signal !== 'SIGTERM' && signal !== 'SIGINT'
      resolve(failed && Date.now() - started < OPENED_AFTER_MS ? 'did not open' : (code ?? 0))
    })
  })
}

/** @returns {Promise<number>} */
function openInBrowser(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node24(), [inProject('out', 'main', 'serve.js'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    const stop = passSignals(child)
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = readReady(line)
      if (ready === null) return
      say('')
      say('SMS Desk is running. If no window opens, open this address in a browser on this computer:')
      say('')
      process.stdout.write(`  ${ready.url}\n`)
      say('')
      say('Keep the address to yourself: whoever has it can read your messages. Stop SMS Desk with Ctrl+C.')
    })
    child.on('error', (error) => reject(new CannotGoOn(`SMS Desk could not be started: ${error.message}`, 'Run: npm ci')))
    child.on('close', (code) => {
      stop()
      say('SMS Desk has stopped.')
      resolve(code ?? 0)
    })
  })
}

function readReady(line) {
  try {
    const value = JSON.parse(line)
    return value.ready === true ? value : null
  } catch {
    return null
  }
}

/** Ctrl+C reaches the child by itself, as one of the terminal's group; here it only must not end this process first. */
function passSignals(child) {
  const wait = () => undefined
  const forward = () => child.kill('SIGTERM')
  process.on('SIGINT', process.stdin.isTTY ? wait : forward)
  process.on('SIGTERM', forward)
  process.on('SIGHUP', forward)
  return () => {
    process.off('SIGINT', wait)
    process.off('SIGINT', forward)
    process.off('SIGTERM', forward)
    process.off('SIGHUP', forward)
  }
}
