import type { Session, Shell, WebContents } from 'electron'
import { externalLinkVerdict, isAllowedNavigation } from './rules.ts'

/** Refuses every permission a page can ask for or look up: the desk's page needs none. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
}

/** Keeps a page where it is: no other address, no window of its own, no embedded page. Links go to the person's browser. */
export function keepInPlace(contents: WebContents, shell: Pick<Shell, 'openExternal'>): void {
  function refuseOtherAddresses(event: { url: string; preventDefault(): void }): void {
    if (!isAllowedNavigation(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', refuseOtherAddresses)
  contents.on('will-frame-navigate', refuseOtherAddresses)
  contents.on('will-redirect', refuseOtherAddresses)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const verdict = externalLinkVerdict(url)
    // Without a browser to open it there is nothing to be done about it.
    if (verdict.action === 'open_outside') shell.openExternal(verdict.url).catch(() => undefined)
    return { action: 'deny' }
  })
}
