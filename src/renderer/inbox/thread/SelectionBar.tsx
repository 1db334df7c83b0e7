import { Button } from '@mantine/core'
import type { Message } from '../../../shared/contract/messages.ts'
import { plural } from '../../components/times.ts'
import type { Selection } from './selection.ts'

/** What can be done with the picked messages, in the place of what can be done with the conversation. */
export function SelectionBar({
  selection,
  loaded,
  onCopy,
}: {
  selection: Selection
  /** The messages that are loaded: all that can be picked at once. */
  loaded: readonly Message[]
  onCopy: (messages: readonly Message[]) => void
}) {
  const count = selection.picked.size
  return (
    <div className="selection-bar" role="toolbar" aria-label="Picked texts">
      <output className="selection-count num">{count === 0 ? 'Pick texts to copy' : `${plural(count, 'text', 'texts')} picked`}</output>
      <span className="grow" />
      <Button size="xs" variant="subtle" onClick={() => selection.pickAll(loaded)}>
        Pick the {loaded.length} loaded here
      </Button>
      <Button size="xs" variant="filled" disabled={count === 0} onClick={() => onCopy([...selection.picked.values()])}>
        {count === 0 ? 'Copy' : `Copy ${plural(count, 'text', 'texts')}`}
      </Button>
      <Button size="xs" onClick={selection.end}>
        Done
      </Button>
    </div>
  )
}
