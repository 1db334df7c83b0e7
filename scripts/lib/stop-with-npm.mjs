const LOOK_EVERY_MS = 200

/**
 * Ends this process, as a SIGTERM would, when the shell that npm started it with is gone. Most shells die of a signal
 * without passing it on, so that `kill` on npm would otherwise leave the desk running with nobody to stop it. Does
 * nothing for a process that npm did not start, nor on Windows, where parents are not replaced.
 */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_EVERY_MS)
  timer.unref()
}
