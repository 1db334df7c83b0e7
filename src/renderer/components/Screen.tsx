import './components.css'
import type { ReactNode } from 'react'

/**
 * The shell of a screen: a head with its name (the page's `h1`), what belongs beside it, and actions on the right;
 * a body that scrolls; a foot for the one primary step where there is one. `ground="quiet"` puts cards on grey.
 */
export function Screen({
  title,
  beside,
  actions,
  foot,
  ground = 'pane',
  children,
}: {
  title: string
  beside?: ReactNode
  actions?: ReactNode
  foot?: ReactNode
  ground?: 'pane' | 'quiet'
  children: ReactNode
}) {
  return (
    <div className="screen" data-ground={ground}>
      <header className="pane-head">
        <h1>{title}</h1>
        {beside}
        <span className="grow" />
        {actions}
      </header>
      <div className="screen-body">{children}</div>
      {foot === undefined ? null : <footer className="screen-foot">{foot}</footer>}
    </div>
  )
}
