import './listener.css'
import { useId, type ReactNode } from 'react'
import { Icon } from '../../components/Icon.tsx'
import { useWords } from '../../language/words.ts'

/** For screen readers only. */
const asUnseen = (text: ReactNode) => <span className="listener-unseen">{text}</span>

/** One step of the guide: its number, or a tick once it is done, and what it is about. */
export function Step({ number, title, done, children }: { number: number; title: string; done: boolean; children: ReactNode }) {
  const words = useWords('listener')
  const id = useId()
  return (
    <section className="listener-step" aria-labelledby={id} data-done={done || undefined}>
      <span className="listener-step-mark" aria-hidden>
        {done ? <Icon name="check" size={15} /> : number}
      </span>
      <div className="listener-step-body">
        <h3 id={id}>{words.rich(done ? 'stepDone' : 'step', { number, title, unseen: asUnseen })}</h3>
        {children}
      </div>
    </section>
  )
}
