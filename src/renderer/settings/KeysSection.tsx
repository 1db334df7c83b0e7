import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { DeskStatus, Settings } from '../../shared/contract/desk.ts'
import { useUiState } from '../app/uiState.tsx'
import { Chip } from '../components/Chip.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { keysSentence, keysWords, passphraseProblems } from './keys.ts'
import { HooksKept } from './HooksKept.tsx'
import { Row, Rows, Section } from './Section.tsx'

/** Where the data is, where keys are kept and why there, the way out of keeping them in memory, and for how long things are kept. */
export function KeysSection({ status, settings }: { status: DeskStatus; settings: Settings }) {
  const keys = keysWords(status.secrets)
  const setExporting = useUiState((state) => state.setExporting)
  return (
    <Section title="Storage and keys" intro="Everything stays on this computer.">
      <Rows>
        <Row title="Data folder" hint="Contacts, messages and settings. Include it in your backups.">
          <code className="settings-path">{status.dataFolder}</code>
        </Row>
        <Row title="Passwords and tokens" hint={keysSentence(status.secrets)}>
          <Chip tone={status.secrets.kind === 'memory' ? 'warn' : 'ok'}>{keys.name}</Chip>
        </Row>
        <Row title="Texts as a file" hint="All texts, or those of some days, as a table (CSV) for Excel and others.">
          <Button onClick={() => setExporting({ conversationId: null, who: null })}>Save as CSV…</Button>
        </Row>
      </Rows>
      {status.secrets.kind === 'memory' ? <VaultForm /> : null}
      <HooksKept days={settings.hookRetentionDays} />
    </Section>
  )
}

function VaultForm() {
  const { client, queries } = useHost()
  const queryClient = useQueryClient()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const problems = passphraseProblems(passphrase, again)
  const keep = useMutation({
    // `useVault` is an operation of the host, no hook.
    // oxlint-disable-next-line react/hooks
    mutationFn: (input: { passphrase: string }) => client.desk.useVault(input),
    onSuccess(status) {
      queryClient.setQueryData(queries.desk.status.queryKey(), status)
      sayDone('Keys are now kept in an encrypted file.')
    },
  })

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (Object.keys(problems).length === 0) keep.mutate({ passphrase })
  }

  return (
    <form className="settings-card" onSubmit={submit} noValidate aria-labelledby="vault-title">
      <h3 id="vault-title">Keep keys in an encrypted file</h3>
      <p className="sec">
        Choose a passphrase. SMS Desk asks for it each time it starts. Write it down somewhere safe: without it the keys are lost and have
        to be typed again.
      </p>
      <div className="settings-pair">
        <PasswordInput
          label="Passphrase"
          value={passphrase}
          error={tried ? problems.passphrase : undefined}
          autoComplete="new-password"
          maxLength={1_000}
          visibilityToggleFocusable
          visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase while typing' }}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <PasswordInput
          label="The same again"
          value={again}
          error={tried ? problems.again : undefined}
          autoComplete="new-password"
          maxLength={1_000}
          visibilityToggleFocusable
          visibilityToggleButtonProps={{ 'aria-label': 'Show the repeated passphrase while typing' }}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
      </div>
      <CallFailure error={keep.error} />
      <div>
        <Button type="submit" variant="filled" loading={keep.isPending}>
          Keep keys in an encrypted file
        </Button>
      </div>
    </form>
  )
}
