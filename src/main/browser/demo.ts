import type { App } from '../app/createApp.ts'

/** The demo's folder, next to the real one: trying things never touches a business's data. */
export function demoFolder(dataFolder: string): string {
  return `${dataFolder}-demo`
}

/** Adds the sandbox carrier and sample people, and skips the welcome. Does nothing while the data is not open. */
export async function prepareDemo(app: App): Promise<void> {
  if (app.startupProblem() !== null) return
  const { sandbox, settings } = app.services()
  await sandbox.start({ sampleData: true })
  await settings.set({ welcomed: true })
}
