import './components.css'
import type { ReactNode } from 'react'
import type { Tone } from './Chip.tsx'
import { Icon, type IconName } from './Icon.tsx'

/** One sentence where it matters, with its next step as `action`. `urgent` reads it out at once. */
export function Notice({
  tone = 'plain',
  icon,
  action,
  urgent = false,
  children,
}: {
  tone?: Tone
  icon?: IconName
  action?: ReactNode
  urgent?: boolean
  children: ReactNode
}) {
  return (
    <div className="notice" data-tone={tone} role={urgent ? 'alert' : undefined}>
      {icon === undefined ? null : <Icon name={icon} size={16} />}
      <span className="notice-words">{children}</span>
      {action}
    </div>
  )
}
