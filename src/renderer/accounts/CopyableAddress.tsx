import './accounts.css'
import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'

/** An address that wraps and is still copied whole, by the button or by hand. */
export function CopyableAddress({ label, address }: { label: string; address: string }) {
  const clipboard = useClipboard({ timeout: 2_000 })
  return (
    <span className="account-address">
      <code className="account-address-text">{address}</code>
      <Button
        size="xs"
        onClick={() => clipboard.copy(address)}
        aria-label={clipboard.copied ? `The address for ${label} is copied` : `Copy the address for ${label}`}
      >
        {clipboard.copied ? 'Copied' : 'Copy'}
      </Button>
    </span>
  )
}
