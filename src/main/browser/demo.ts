import type { App } from '../app/createApp.ts'

/** The demo's folder, next to the real one: trying things never touches a business's data. */
export function demoFolder(dataFolder: string): string {
  return `${dataFolder}-demo`
}

/**
 * Adds the sandbox carrier and sample people, and skips the welcome. Does nothing while the data is not open.
 * @param as the provider that the sandbox stands in for; left out: that of the demo there is, else Connectel
 * @throws Refused `sandbox_protocol_unknown`
 */
export async function prepareDemo(app: App, as?: string): Promise<void> {
  if (app.startupProblem() !== null) return
  const { sandbox, settings } = app.services()
  await sandbox.start({ sampleData: true, ...(as === undefined ? {} : { as }) })
  await settings.set({ welcomed: true })
}
