import './labels.css'
import { useWords } from '../../language/words.ts'
import type { Label } from '../../../shared/contract/labels.ts'

/** A label: its name, with its colour beside it. The name carries the meaning. */
export function LabelChip({ label: { name, colour } }: { label: Pick<Label, 'name' | 'colour'> }) {
  return (
    <span className="label-chip" title={name}>
      <LabelDot colour={colour} />
      <span className="people-line">
        <bdi>{name}</bdi>
      </span>
    </span>
  )
}

/** The colour of a label. Always beside its name. */
export function LabelDot({ colour }: { colour: Label['colour'] }) {
  return <span className="label-dot" data-colour={colour} aria-hidden="true" />
}

/** The labels of a conversation: as many as there is room for, and how many more there are. */
export function LabelChips({ labels, most }: { labels: readonly Label[]; most: number }) {
  const words = useWords('labels')
  if (labels.length === 0) return null
  const more = labels.slice(most)
  return (
    <span className="label-chips">
      <span className="visually-hidden">{words('before')} </span>
      {labels.slice(0, most).map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
      {more.length === 0 ? null : (
        <span className="label-more num" title={more.map(({ name }) => name).join(', ')}>
          <span aria-hidden="true">+{more.length}</span>
          <span className="visually-hidden">{more.map(({ name }) => name).join(', ')}</span>
        </span>
      )}
    </span>
  )
}
