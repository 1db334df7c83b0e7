import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ListenerView, TunnelKind } from '../../../shared/contract/listener.ts'
import { Chip } from '../../components/Chip.tsx'
import { Notice } from '../../components/Notice.tsx'
import { RelativeTime } from '../../components/RelativeTime.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { useNow } from '../../components/useNow.ts'
import { Step } from './Step.tsx'
import { TunnelForm } from './TunnelForm.tsx'
import { useListenerAction } from './useListenerAction.ts'
import { stateWords, WAYS } from './words.ts'

/** How the internet reaches this computer: what is chosen and how it does, and the choice. */
export function TunnelStep({ view }: { view: ListenerView }) {
  const { choice } = view.tunnel
  const [choosing, setChoosing] = useState(false)
  const open = choosing || choice === null
  return (
    <Step number={2} title="The way in from the internet" done={view.publicUrl !== null}>
      <p className="sec">
        Your provider cannot see this computer: the router hides it. A tunnel gives it an address on the internet that leads here, and to
        nothing else on this computer.
      </p>
      {choice === null ? null : <Chosen view={view} choosing={choosing} onChange={() => setChoosing(!choosing)} />}
      {open ? <Choice view={view} onStarted={() => setChoosing(false)} /> : null}
    </Step>
  )
}

function Chosen({ view, choosing, onChange }: { view: ListenerView; choosing: boolean; onChange: () => void }) {
  const now = useNow()
  const { startTunnel, stopTunnel } = useListenerAction()
  const { choice, on, state } = view.tunnel
  const { words, tone } = stateWords(state)
  const name = WAYS.find(({ kind }) => kind === choice?.kind)?.name
  return (
    <section className="listener-chosen" aria-label="The way that is chosen">
      <div className="listener-chosen-head">
        <b>{name}</b>
        <output>
          <Chip tone={tone}>{words}</Chip>
        </output>
        <span className="listener-buttons">
          {on && state.state !== 'off' ? (
            <>
              {state.state === 'broken' ? (
                <Button size="xs" loading={startTunnel.isPending} onClick={() => startTunnel.mutate(undefined)}>
                  {state.retryAt === null ? 'Start' : 'Try now'}
                </Button>
              ) : null}
              <Button size="xs" loading={stopTunnel.isPending} onClick={() => stopTunnel.mutate(undefined)}>
                Stop
              </Button>
            </>
          ) : (
            <Button size="xs" variant="filled" loading={startTunnel.isPending} onClick={() => startTunnel.mutate(undefined)}>
              Start
            </Button>
          )}
          <Button size="xs" variant="subtle" aria-expanded={choosing} onClick={onChange}>
            {choosing ? 'Leave it' : 'Change…'}
          </Button>
        </span>
      </div>
      {state.state === 'running' ? (
        <p className="listener-line">
          Reached at <code className="settings-path">{state.url}</code>
        </p>
      ) : null}
      {state.state === 'broken' ? (
        <Notice tone="warn" icon="warning">
          {state.message} {state.next}
          {state.retryAt === null ? null : (
            <>
              {' '}
              Next try: <RelativeTime at={state.retryAt} now={now} words="sentence" />.
            </>
          )}
        </Notice>
      ) : null}
    </section>
  )
}

function Choice({ view, onStarted }: { view: ListenerView; onStarted: () => void }) {
  const [kind, setKind] = useState<TunnelKind>(view.tunnel.choice?.kind ?? 'cloudflared')
  const [others, setOthers] = useState(false)
  const first = WAYS.slice(0, 3)
  const shown = others || !first.some((way) => way.kind === kind) ? WAYS : first
  return (
    <fieldset className="listener-ways">
      <legend>Choose a way</legend>
      {shown.map((way) => (
        <div key={way.kind} className="listener-way" data-chosen={way.kind === kind || undefined}>
          <label className="listener-way-head">
            <input type="radio" name="tunnel-kind" value={way.kind} checked={way.kind === kind} onChange={() => setKind(way.kind)} />
            <b>{way.name}</b>
            <span>{way.summary}</span>
            <span className="listener-way-who">{way.who}</span>
          </label>
          {way.kind === kind ? <TunnelForm key={kind} way={way} view={view} onStarted={onStarted} /> : null}
        </div>
      ))}
      {shown.length < WAYS.length ? (
        <div>
          <TextButton quiet onClick={() => setOthers(true)}>
            Other ways…
          </TextButton>
        </div>
      ) : null}
    </fieldset>
  )
}
