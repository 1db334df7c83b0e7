import './account-form.css'
import { useId, useState, type ReactNode } from 'react'
import { Icon } from '../components/Icon.tsx'
import { useWords } from '../language/words.ts'

/**
 * Settings that are rarely needed, folded away. They unfold by themselves when `mustShow` becomes true, and with every
 * further try to save while it is.
 */
export function MoreSettings({
  mustShow,
  tries,
  note,
  children,
}: {
  mustShow: boolean
  /** How often saving was tried. */
  tries: number
  /** What is to be known of them while they are folded; null for nothing. */
  note: ReactNode
  children: ReactNode
}) {
  const words = useWords('accountForm')
  const id = useId()
  const [open, setOpen] = useState(mustShow)
  const [seen, setSeen] = useState({ mustShow, tries })
  if (seen.mustShow !== mustShow || seen.tries !== tries) {
    setSeen({ mustShow, tries })
    if (mustShow) setOpen(true)
  }
  return (
    <div className="account-more">
      <button type="button" className="account-more-toggle" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'chevronDown' : 'chevronRight'} size={16} />
        {words('more.title')}
        {open ? null : note}
      </button>
      <fieldset id={id} className="account-more-fields" aria-label={words('more.title')} hidden={!open}>
        {open ? children : null}
      </fieldset>
    </div>
  )
}
