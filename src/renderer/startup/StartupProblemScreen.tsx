import './startup.css'
import { Button, PasswordInput } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { StartupProblem } from '../../shared/contract/desk.ts'
import { CallFailure } from '../components/Failure.tsx'
import { Icon, type IconName } from '../components/Icon.tsx'
import { Notice } from '../components/Notice.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'
import { Actions, useResolve, type Resolve } from './Actions.tsx'
import { BackupChoice } from './BackupChoice.tsx'
import { startupWords, type NextStep } from './words.ts'

const MARKS: Record<NextStep, IconName> = {
  retry: 'warning',
  restore_backup: 'warning',
  reset_settings: 'settings',
  unlock_vault: 'key',
  install_newer: 'download',
}

/** The desk's data could not be opened: what happened, where, and the one next step. */
export function StartupProblemScreen({ problem }: { problem: StartupProblem }) {
  const shown = startupWords(useWords('startup'), problem)
  const say = useHostSentences()
  const resolve = useResolve()
  const wrongPassphrase = problem.code === 'vault_locked' && resolve.isSuccess && resolve.variables.action === 'unlock_vault'
  return (
    <main className="startup">
      <div className="startup-page">
        <span className="startup-mark" data-calm={shown.step === 'unlock_vault' || undefined}>
          <Icon name={MARKS[shown.step]} size={24} />
        </span>
        <h1>{shown.title}</h1>
        {wrongPassphrase ? null : <p className="startup-message">{say(problem.message)}</p>}
        {shown.reassurance === null ? null : <p className="startup-message">{shown.reassurance}</p>}
        <dl className="startup-path">
          <dt>{shown.pathLabel}</dt>
          <dd>{problem.path}</dd>
        </dl>
        <Step step={shown.step} problem={problem} resolve={resolve} wrongPassphrase={wrongPassphrase ? say(problem.message) : null} />
      </div>
    </main>
  )
}

function Step({
  step,
  problem,
  resolve,
  wrongPassphrase,
}: {
  step: NextStep
  problem: StartupProblem
  resolve: Resolve
  wrongPassphrase: string | null
}) {
  const words = useWords('startup')
  switch (step) {
    case 'restore_backup':
      return <BackupChoice problem={problem} resolve={resolve} />
    case 'unlock_vault':
      return <UnlockForm resolve={resolve} wrong={wrongPassphrase} />
    case 'reset_settings':
      return (
        <Actions resolve={resolve}>
          <Button variant="filled" size="md" loading={resolve.isPending} onClick={() => resolve.mutate({ action: 'reset_settings' })}>
            {words('resetSettings')}
          </Button>
          <RetryButton resolve={resolve} quiet />
        </Actions>
      )
    case 'install_newer':
      return (
        <Actions resolve={resolve}>
          <Notice tone="accent" icon="download">
            {words('installNewer')}
          </Notice>
          <RetryButton resolve={resolve} />
        </Actions>
      )
    case 'retry':
      return (
        <Actions resolve={resolve}>
          <RetryButton resolve={resolve} />
        </Actions>
      )
  }
}

function RetryButton({ resolve, quiet = false }: { resolve: Resolve; quiet?: boolean }) {
  const words = useWords('startup')
  return (
    <Button variant={quiet ? 'subtle' : 'filled'} size="md" loading={resolve.isPending} onClick={() => resolve.mutate({ action: 'retry' })}>
      {words('retry')}
    </Button>
  )
}

/** Asks for the passphrase. `wrong` says why the last one did not open the file, for as long as it stands there. */
function UnlockForm({ resolve, wrong }: { resolve: Resolve; wrong: string | null }) {
  const words = useWords('startup')
  const [passphrase, setPassphrase] = useState('')
  const [rejected, setRejected] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => field.current?.focus(), [])

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (passphrase === '') return
    resolve.mutate(
      { action: 'unlock_vault', passphrase },
      {
        onSettled() {
          setRejected(passphrase)
          field.current?.select()
        },
      },
    )
  }

  return (
    <form className="startup-step" onSubmit={submit}>
      <PasswordInput
        label={words('unlock.passphrase')}
        value={passphrase}
        ref={field}
        error={passphrase === rejected ? wrong : null}
        autoComplete="current-password"
        maxLength={1_000}
        visibilityToggleFocusable
        visibilityToggleButtonProps={{ 'aria-label': words('unlock.show') }}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <CallFailure error={resolve.error} />
      <div className="startup-actions">
        <Button type="submit" variant="filled" size="md" disabled={passphrase === ''} loading={resolve.isPending}>
          {words('unlock.start')}
        </Button>
      </div>
    </form>
  )
}
