import './links.css'
import { Button, Modal } from '@mantine/core'
import { Notice } from '../../../components/Notice.tsx'
import { sayDone } from '../../../components/toasts.ts'
import { readAddress } from './address.ts'
import { useWords } from '../../../language/words.ts'

/** An address of a text, and how it is written there. */
export interface FoundLink {
  href: string
  text: string
}

/** Shows where an address leads before it is opened, outside of the desk. */
export function LinkDialog({ link, onClose }: { link: FoundLink | null; onClose: () => void }) {
  const words = useWords('thread')
  return (
    <Modal opened={link !== null} onClose={onClose} title={words('link.title')} size={520}>
      {link === null ? null : <Look link={link} onClose={onClose} />}
    </Modal>
  )
}

function Look({ link, onClose }: { link: FoundLink; onClose: () => void }) {
  const words = useWords('thread')
  const { href, before, host, after, warnings, opens } = readAddress(words, link.href, link.text)

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(href)
    sayDone(words('link.copied'))
    onClose()
  }

  return (
    <div className="link-look">
      <p>{words('link.leads')}</p>
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
      <p className="mut">{words('link.expected')}</p>
      <div className="confirm-actions">
        <Button variant="subtle" onClick={() => void copy()}>
          {words('link.copy')}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {words('link.leave')}
        </Button>
        {opens ? (
          // Both shells hand it to the person's browser; the site gets no way back to this page and is not told of it.
          <Button variant="filled" component="a" href={href} target="_blank" rel="noopener noreferrer" onClick={onClose}>
            {words('link.open')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
