import { Button, NumberInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { ListenerView } from '../../../shared/contract/listener.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { Notice } from '../../components/Notice.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { sayDone } from '../../components/toasts.ts'
import { Step } from './Step.tsx'
import { useListenerAction } from './useListenerAction.ts'

/** Whether the listener runs, where, and how to move it. */
export function PortStep({ view }: { view: ListenerView }) {
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
          sayDone(`The listener now takes reports and replies on port ${port}.`)
        },
      },
    )
  }

  return (
    <Step number={1} title="The listener" done={view.address !== null}>
      {view.address === null ? (
        <Notice tone="warn" icon="warning">
          {view.problem ?? 'The listener does not run in this desk.'}
        </Notice>
      ) : (
        <p className="listener-line">
          It waits at <code className="settings-path">{view.address}</code> on this computer.
        </p>
      )}
      {changing ? (
        <form className="listener-form" onSubmit={submit}>
          <NumberInput
            label="Port"
            description="A number from 1024 to 65535 that no other program uses."
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
              Use this port
            </Button>
            <Button variant="subtle" onClick={() => setChanging(false)}>
              Keep the present one
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <TextButton quiet onClick={() => setChanging(true)}>
            Change the port…
          </TextButton>
        </div>
      )}
    </Step>
  )
}
