import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ListenerView, TunnelKind } from '../../../shared/contract/listener.ts'
import { Chip } from '../../components/Chip.tsx'
import { Notice } from '../../components/Notice.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { useNow } from '../../components/useNow.ts'
import { useTimes } from '../../language/times.ts'
import { useHostSentences } from '../../language/useHostSentences.ts'
import { useWords } from '../../language/words.ts'
import { Step } from './Step.tsx'
import { TunnelForm } from './TunnelForm.tsx'
import { useListenerAction } from './useListenerAction.ts'
import { stateWords, WAYS } from './words.ts'

/** An address within a sentence. */
const asAddress = (address: ReactNode) => <code className="settings-path">{address}</code>

/** A moment within a sentence, with the exact one on hover. @param at ms UTC */
const asTime = (at: number, exact: string) => (moment: ReactNode) => (
  <time dateTime={new Date(at).toISOString()} title={exact}>
    {moment}
  </time>
)

/** How the internet reaches this computer: what is chosen and how it does, and the choice. */
export function TunnelStep({ view }: { view: ListenerView }) {
  const words = useWords('listener')
  const { choice } = view.tunnel
  const [choosing, setChoosing] = useState(false)
  const open = choosing || choice === null
  return (
    <Step number={2} title={words('tunnel.title')} done={view.publicUrl !== null}>
      <p className="sec">{words('tunnel.intro')}</p>
      {choice === null ? null : <Chosen view={view} choosing={choosing} onChange={() => setChoosing(!choosing)} />}
      {open ? <Choice view={view} onStarted={() => setChoosing(false)} /> : null}
    </Step>
  )
}

function Chosen({ view, choosing, onChange }: { view: ListenerView; choosing: boolean; onChange: () => void }) {
  const words = useWords('listener')
  const say = useHostSentences()
  const times = useTimes()
  const now = useNow()
  const { startTunnel, stopTunnel } = useListenerAction()
  const { choice, on, state } = view.tunnel
  const { text, tone } = stateWords(words, state)
  const name = choice === null ? null : words(`ways.${choice.kind}.name`)
  return (
    <section className="listener-chosen" aria-label={words('tunnel.chosen')}>
      <div className="listener-chosen-head">
        <b>{name}</b>
        <output>
          <Chip tone={tone}>{text}</Chip>
        </output>
        <span className="listener-buttons">
          {on && state.state !== 'off' ? (
            <>
              {state.state === 'broken' ? (
                <Button size="xs" loading={startTunnel.isPending} onClick={() => startTunnel.mutate(undefined)}>
                  {state.retryAt === null ? words('tunnel.start') : words('tunnel.tryNow')}
                </Button>
              ) : null}
              <Button size="xs" loading={stopTunnel.isPending} onClick={() => stopTunnel.mutate(undefined)}>
                {words('tunnel.stop')}
              </Button>
            </>
          ) : (
            <Button size="xs" variant="filled" loading={startTunnel.isPending} onClick={() => startTunnel.mutate(undefined)}>
              {words('tunnel.start')}
            </Button>
          )}
          <Button size="xs" variant="subtle" aria-expanded={choosing} onClick={onChange}>
            {choosing ? words('tunnel.leave') : words('tunnel.change')}
          </Button>
        </span>
      </div>
      {state.state === 'running' ? (
        <p className="listener-line">{words.rich('tunnel.reached', { address: asAddress, value: state.url })}</p>
      ) : null}
      {state.state === 'broken' ? (
        <Notice tone="warn" icon="warning">
          {say(state.message)} {state.next === null ? null : say(state.next)}
          {state.retryAt === null ? null : (
            <>
              {' '}
              {words.rich('tunnel.nextTry', {
                time: asTime(state.retryAt, times.exact(state.retryAt)),
                moment: times.moment(state.retryAt, now),
              })}
            </>
          )}
        </Notice>
      ) : null}
    </section>
  )
}

function Choice({ view, onStarted }: { view: ListenerView; onStarted: () => void }) {
  const words = useWords('listener')
  const [kind, setKind] = useState<TunnelKind>(view.tunnel.choice?.kind ?? 'cloudflared')
  const [others, setOthers] = useState(false)
  const first: readonly TunnelKind[] = WAYS.slice(0, 3)
  const shown: readonly TunnelKind[] = others || !first.includes(kind) ? WAYS : first
  return (
    <fieldset className="listener-ways">
      <legend>{words('tunnel.choose')}</legend>
      {shown.map((way) => (
        <div key={way} className="listener-way" data-chosen={way === kind || undefined}>
          <label className="listener-way-head">
            <input type="radio" name="tunnel-kind" value={way} checked={way === kind} onChange={() => setKind(way)} />
            <b>{words(`ways.${way}.name`)}</b>
            <span>{words(`ways.${way}.summary`)}</span>
            <span className="listener-way-who">{words(`ways.${way}.who`)}</span>
          </label>
          {way === kind ? <TunnelForm key={kind} way={way} view={view} onStarted={onStarted} /> : null}
        </div>
      ))}
      {shown.length < WAYS.length ? (
        <div>
          <TextButton quiet onClick={() => setOthers(true)}>
            {words('tunnel.others')}
          </TextButton>
        </div>
      ) : null}
    </fieldset>
  )
}
