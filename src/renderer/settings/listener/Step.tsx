import './listener.css'
import { useId, type ReactNode } from 'react'
import { Icon } from '../../components/Icon.tsx'

/** One step of the guide: its number, or a tick once it is done, and what it is about. */
export function Step({ number, title, done, children }: { number: number; title: string; done: boolean; children: ReactNode }) {
  const id = useId()
  return (
    <section className="listener-step" aria-labelledby={id} data-done={done || undefined}>
      <span className="listener-step-mark" aria-hidden>
        {done ? <Icon name="check" size={15} /> : number}
      </span>
      <div className="listener-step-body">
        <h3 id={id}>
          <span className="listener-unseen">Step {number}: </span>
          {title}
          <span className="listener-unseen">{done ? ' (done)' : ''}</span>
        </h3>
        {children}
      </div>
    </section>
  )
}
