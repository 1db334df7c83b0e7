import './components.css'

/** Key caps as decoration beside a control's words; screen readers get `aria-keyshortcuts` on the control instead. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="kbd" aria-hidden="true">
      {keys}
    </kbd>
  )
}
