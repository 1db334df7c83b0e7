import './components.css'
import { initials } from './names.ts'

/** Initials of a person, or the country code of a number nobody is known for. Decoration: the name stands beside it. `size` in pixels. */
export function Avatar({ name, peer, size = 36, active = false }: { name: string | null; peer: string; size?: number; active?: boolean }) {
  const letters = initials(name, peer)
  return (
    <span
      className="avatar"
      data-active={active || undefined}
      aria-hidden="true"
      style={{ width: size, height: size, fontSize: Math.round(size * (letters.length > 2 ? 0.31 : 0.34)) }}
    >
      {letters}
    </span>
  )
}
