import './links.css'
import { Button, Modal } from '@mantine/core'
import { Notice } from '../../../components/Notice.tsx'
import { sayDone } from '../../../components/toasts.ts'
import { readAddress } from './address.ts'

/** An address of a text, and how it is written there. */
export interface FoundLink {
  href: string
  text: string
}

/** Shows where an address leads before it is opened, outside of the desk. */
export function LinkDialog({ link, onClose }: { link: FoundLink | null; onClose: () => void }) {
  return (
    <Modal opened={link !== null} onClose={onClose} title="Open this address?" size={520}>
      {link === null ? null : <Look link={link} onClose={onClose} />}
    </Modal>
  )
}

function Look({ link, onClose }: { link: FoundLink; onClose: () => void }) {
  const { href, before, host, after, warnings, opens } = readAddress(link.href, link.text)

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(href)
    sayDone('The address is copied.')
    onClose()
  }

  return (
    <div className="link-look">
      <p>It leads out of SMS Desk, to this site:</p>
      <p className="link-look-address" dir="ltr">
        {before}
        <b>{host}</b>
        {after}
      </p>
      {warnings.map((warning) => (
        <Notice key={warning} tone="warn" icon="warning">
          {warning}
        </Notice>
      ))}
      <p className="mut">Anybody can send you a text. Open it only if you expected it.</p>
      <div className="confirm-actions">
        <Button variant="subtle" onClick={() => void copy()}>
          Copy
        </Button>
        <Button onClick={onClose} data-autofocus>
          Leave it
        </Button>
        {opens ? (
          // Both shells hand it to the person's browser; the site gets no way back to this page and is not told of it.
          <Button variant="filled" component="a" href={href} target="_blank" rel="noopener noreferrer" onClick={onClose}>
            Open in browser
          </Button>
        ) : null}
      </div>
    </div>
  )
}
