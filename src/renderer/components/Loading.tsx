import './components.css'

/** Says what is being fetched. Appears after a quarter of a second, so that quick answers never flicker. */
export function Loading({ children }: { children: string }) {
  return <output className="loading">{children}</output>
}
