import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

/** Where a Chromium of the system may be; without one Playwright looks for its own. */
const CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** How the browser of this system is started: quiet, and talking to nobody. */
export function chromiumOfTheSystem(): LaunchOptions {
  const executablePath = CHROMIUMS.find((path) => existsSync(path))
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // Chromium refuses to run its sandbox for the superuser.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  }
}
