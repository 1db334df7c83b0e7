import './accounts.css'
import { TextButton } from '../components/TextButton.tsx'
import { useWords } from '../language/words.ts'

/** The two steps that one of a list has. */
export function ChangeOrRemove({
  changeLabel,
  removeLabel,
  isRemoving,
  onChange,
  onRemove,
}: {
  /** What is changed or removed, for people who do not see the list. */
  changeLabel: string
  removeLabel: string
  isRemoving: boolean
  onChange: () => void
  onRemove: () => void
}) {
  const words = useWords('accounts')
  return (
    <span className="change-or-remove">
      <TextButton quiet label={changeLabel} onClick={onChange}>
        {words('one.change')}
      </TextButton>
      <TextButton quiet label={removeLabel} disabled={isRemoving} onClick={onRemove}>
        {words('one.remove')}
      </TextButton>
    </span>
  )
}
