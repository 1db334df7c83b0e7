import './components.css'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

/** Nothing here yet: says so, says what to do next, and offers it. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  icon?: IconName
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="empty">
      {icon === undefined ? null : (
        <span className="empty-mark">
          <Icon name={icon} size={22} />
        </span>
      )}
      <div className="empty-title">{title}</div>
      {children === undefined ? null : <p>{children}</p>}
      {actions === undefined ? null : <div className="empty-actions">{actions}</div>}
    </div>
  )
}
