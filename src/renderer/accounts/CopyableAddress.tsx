import './accounts.css'
import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useWords } from '../language/words.ts'

/** An address that wraps and is still copied whole, by the button or by hand. */
export function CopyableAddress({ label, address }: { label: string; address: string }) {
  const words = useWords('accounts')
  const clipboard = useClipboard({ timeout: 2_000 })
  return (
    <span className="account-address">
      <code className="account-address-text">{address}</code>
      <Button
        size="xs"
        onClick={() => clipboard.copy(address)}
        aria-label={clipboard.copied ? words('hook.copiedOf', { label }) : words('hook.copyOf', { label })}
      >
        {clipboard.copied ? words('hook.copied') : words('hook.copy')}
      </Button>
    </span>
  )
}
