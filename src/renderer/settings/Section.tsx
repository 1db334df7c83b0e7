import './settings.css'
import { useId, type ReactNode } from 'react'

/** A section of the settings: its name, a sentence on what it is for, and its cards. */
export function Section({
  title,
  intro,
  actions,
  children,
}: {
  title: string
  intro?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="settings-section" aria-labelledby={id}>
      <div className="settings-section-head">
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {intro === undefined ? null : <p className="settings-intro">{intro}</p>}
      {children}
    </section>
  )
}

/** A framed group of rows that belong together. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <div className="settings-rows" role={label === undefined ? undefined : 'group'} aria-label={label}>
      {children}
    </div>
  )
}

/** One setting: what it is on the left, how it is set on the right, and beneath what it means. */
export function Row({ title, hint, children }: { title: string; hint?: ReactNode; children?: ReactNode }) {
  return (
    <div className="settings-row">
      <div className="settings-row-words">
        <div className="settings-row-title">{title}</div>
        {hint === undefined ? null : <div className="settings-row-hint">{hint}</div>}
      </div>
      {children === undefined ? null : <div className="settings-row-control">{children}</div>}
    </div>
  )
}
