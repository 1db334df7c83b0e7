import { Button, NumberInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { ListenerView } from '../../../shared/contract/listener.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { Notice } from '../../components/Notice.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { sayDone } from '../../components/toasts.ts'
import { useHostSentences } from '../../language/useHostSentences.ts'
import { useWords } from '../../language/words.ts'
import { Step } from './Step.tsx'
import { useListenerAction } from './useListenerAction.ts'

/** An address within a sentence. */
const asAddress = (address: ReactNode) => <code className="settings-path">{address}</code>

/** Whether the listener runs, where, and how to move it. */
export function PortStep({ view }: { view: ListenerView }) {
  const words = useWords('listener')
  const say = useHostSentences()
  const [changing, setChanging] = useState(false)
  const { setPort } = useListenerAction()
  const [port, setPortValue] = useState<number | string>(view.port ?? '')
  const sound = typeof port === 'number' && port >= 1 && port <= 65_535

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!sound) return
    setPort.mutate(
      { port },
      {
        onSuccess() {
          setChanging(false)
          sayDone(words('port.changed', { port: String(port) }))
        },
      },
    )
  }

  return (
    <Step number={1} title={words('port.title')} done={view.address !== null}>
      {view.address === null ? (
        <Notice tone="warn" icon="warning">
          {view.problem === null ? words('port.notRunning') : say(view.problem)}
        </Notice>
      ) : (
        <p className="listener-line">{words.rich('port.waits', { address: asAddress, value: view.address })}</p>
      )}
      {changing ? (
        <form className="listener-form" onSubmit={submit}>
          <NumberInput
            label={words('port.field')}
            description={words('port.hint')}
            value={port}
            min={1}
            max={65_535}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            onChange={setPortValue}
          />
          <CallFailure error={setPort.error} />
          <div className="listener-buttons">
            <Button type="submit" variant="filled" disabled={!sound} loading={setPort.isPending}>
              {words('port.use')}
            </Button>
            <Button variant="subtle" onClick={() => setChanging(false)}>
              {words('port.keep')}
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <TextButton quiet onClick={() => setChanging(true)}>
            {words('port.change')}
          </TextButton>
        </div>
      )}
    </Step>
  )
}
