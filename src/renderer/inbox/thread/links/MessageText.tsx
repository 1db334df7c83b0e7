import './links.css'
import { Menu } from '@mantine/core'
import { useMemo, useState } from 'react'
import { goTo } from '../../../app/routes.ts'
import { formatNumber } from '../../../components/names.ts'
import { sayDone } from '../../../components/toasts.ts'
import { LinkDialog, type FoundLink } from './LinkDialog.tsx'
import { textPieces } from './text-pieces.ts'
import { useWords } from '../../../language/words.ts'

/**
 * The words of a text. Addresses are opened only after a look at them, numbers can be written to; everything is text, never markup.
 * @param country of numbers that are written without one
 */
export function MessageText({ text, country }: { text: string; country: string | undefined }) {
  const pieces = useMemo(() => textPieces(text, country), [text, country])
  const [looked, setLooked] = useState<FoundLink | null>(null)
  const [only] = pieces
  if (pieces.length === 1 && only?.kind === 'words') return text
  return (
    <>
      {pieces.map((piece, index) => {
        // Pieces of a text never change their order.
        const key = `${index}`
        if (piece.kind === 'words') return piece.text
        if (piece.kind === 'number') return <NumberInText key={key} text={piece.text} e164={piece.e164} />
        return <LinkInText key={key} text={piece.text} onLook={() => setLooked(piece)} />
      })}
      <LinkDialog link={looked} onClose={() => setLooked(null)} />
    </>
  )
}

/** No anchor: the middle button and the menu of the right one would open it without a look. */
function LinkInText({ text, onLook }: { text: string; onLook: () => void }) {
  return (
    <span
      className="text-link"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="link"
      tabIndex={0}
      onClick={onLook}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        event.stopPropagation()
        onLook()
      }}
    >
      {text}
    </span>
  )
}

function NumberInText({ text, e164 }: { text: string; e164: string }) {
  const words = useWords('thread')
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(e164)
    sayDone(words('menu.numberCopied'))
  }
  return (
    <Menu position="bottom-start" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className="text-number" title={formatNumber(e164)}>
          {text}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => goTo('inbox', 'new', e164)}>{words('link.write', { number: formatNumber(e164) })}</Menu.Item>
        <Menu.Item onClick={() => void copy()}>{words('menu.copyNumber')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
