import './accounts.css'
import './providers.css'
import { useRef, type KeyboardEvent } from 'react'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { Icon } from '../components/Icon.tsx'
import { useFormatTag, useWords } from '../language/words.ts'
import { Highlights } from './Capabilities.tsx'
import { focusWhenShown } from './focusWhenShown.ts'
import { GENERIC_PROVIDER } from './provider-ids.ts'
import { ProviderMark } from './ProviderMark.tsx'

/** The provider that a key goes to, counted from the one that has the focus; arrows go around no corner. */
const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(count - 1, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/**
 * The choice of a provider, with what tells each apart. The one that stands for every other comes last, on its own.
 * @param last the one that was chosen before: it has the focus
 */
export function ProviderChoice({
  providers,
  last,
  onChoose,
}: {
  providers: readonly ProviderDescriptor[]
  last: string | null
  onChoose: (provider: ProviderDescriptor) => void
}) {
  const words = useWords('accountForm')
  const frame = useRef<HTMLDivElement>(null)
  const named = providers.filter(({ id }) => id !== GENERIC_PROVIDER)
  const others = providers.filter(({ id }) => id === GENERIC_PROVIDER)

  function step(event: KeyboardEvent): void {
    const next = STEPS[event.key]
    const buttons = [...(frame.current?.querySelectorAll<HTMLElement>('.account-provider-name') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    if (next === undefined || at === -1) return
    event.preventDefault()
    buttons[next(at, buttons.length)]?.focus()
  }

  const draw = (provider: ProviderDescriptor) => (
    <ProviderRow key={provider.id} provider={provider} takesFocus={provider.id === last} onChoose={onChoose} onStep={step} />
  )
  return (
    <div className="account-new" ref={frame}>
      <p className="sec">{words('providers.intro')}</p>
      <ul className="account-providers" aria-label={words('providers.label')}>
        {named.map(draw)}
      </ul>
      {others.length === 0 ? null : (
        <>
          <h3 className="account-others-title">{words('providers.others')}</h3>
          <ul className="account-providers" aria-label={words('providers.othersLabel')}>
            {others.map(draw)}
          </ul>
        </>
      )}
    </div>
  )
}

function ProviderRow({
  provider,
  takesFocus,
  onChoose,
  onStep,
}: {
  provider: ProviderDescriptor
  takesFocus: boolean
  onChoose: (provider: ProviderDescriptor) => void
  onStep: (event: KeyboardEvent) => void
}) {
  const { id, name, summary } = provider
  const nameId = `provider-${id}`
  return (
    <li className="account-provider">
      <ProviderMark name={name} />
      <div className="account-provider-words">
        {/* Its ground is the whole row; its name stays short. */}
        <button
          type="button"
          className="account-provider-name"
          ref={takesFocus ? focusWhenShown : undefined}
          aria-describedby={`${nameId}-summary ${nameId}-can`}
          onClick={() => onChoose(provider)}
          onKeyDown={onStep}
        >
          {name}
        </button>
        <span id={`${nameId}-summary`} className="account-provider-summary">
          {summary}
        </span>
        {id === GENERIC_PROVIDER ? (
          <ReadyMade id={`${nameId}-can`} provider={provider} />
        ) : (
          <Highlights id={`${nameId}-can`} provider={provider} />
        )}
      </div>
      <Icon name="chevronRight" size={16} />
    </li>
  )
}

/** What any other provider can do depends on its settings; some are known. */
function ReadyMade({ id, provider }: { id: string; provider: ProviderDescriptor }) {
  const words = useWords('accountForm')
  const list = new Intl.ListFormat(useFormatTag(), { type: 'conjunction' })
  const names = provider.presets.map(({ name }) => name)
  return (
    <span id={id} className="account-highlights">
      {names.length === 0 ? words('providers.depends') : words('providers.dependsReadyMade', { names: list.format(names) })}
    </span>
  )
}
