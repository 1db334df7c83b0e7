import type { ComponentPropsWithRef } from 'react'
import { useWords } from '../../language/words.ts'
import { Icon } from '../../components/Icon.tsx'

/** The button of a filter; what it is about is said before what is chosen. */
export function FilterButton({ about, isOn, children, ...others }: { about: string; isOn: boolean } & ComponentPropsWithRef<'button'>) {
  const words = useWords('inboxSearch')
  return (
    <button type="button" {...others} className="search-filter" data-on={isOn || undefined}>
      <span className="visually-hidden">{words('about', { filter: about })} </span>
      <span className="people-line">{children}</span>
      <Icon name="chevronDown" size={12} />
    </button>
  )
}

/** Marks what is chosen among others; takes up its place where it is not. */
export function Tick({ isOn }: { isOn: boolean }) {
  return <span className="search-tick">{isOn ? <Icon name="check" size={14} /> : null}</span>
}
