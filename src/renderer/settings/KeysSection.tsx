import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { DeskStatus, Settings } from '../../shared/contract/desk.ts'
import { useUiState } from '../app/uiState.tsx'
import { Chip } from '../components/Chip.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'
import { keysSentence, keysWords, passphraseProblems } from './keys.ts'
import { HooksKept } from './HooksKept.tsx'
import { Row, Rows, Section } from './Section.tsx'

/** Where the data is, where keys are kept and why there, the way out of keeping them in memory, and for how long things are kept. */
export function KeysSection({ status, settings }: { status: DeskStatus; settings: Settings }) {
  const setExporting = useUiState((state) => state.setExporting)
  const words = useWords('keys')
  const say = useHostSentences()
  const settingsWords = useWords('settings')
  const exporting = useWords('exporting')
  return (
    <Section title={settingsWords('sections.keys')} intro={words('intro')}>
      <Rows>
        <Row title={words('dataFolder')} hint={words('dataFolderHint')}>
          <code className="settings-path">{status.dataFolder}</code>
        </Row>
        <Row title={words('secrets')} hint={keysSentence(words, say, status.secrets)}>
          <Chip tone={status.secrets.kind === 'memory' ? 'warn' : 'ok'}>{keysWords(words, status.secrets).name}</Chip>
        </Row>
        <Row title={exporting('settings.title')} hint={exporting('settings.hint')}>
          <Button onClick={() => setExporting({ conversationId: null, who: null })}>{exporting('menu.csv')}</Button>
        </Row>
      </Rows>
      {status.secrets.kind === 'memory' ? <VaultForm /> : null}
      <HooksKept days={settings.hookRetentionDays} />
    </Section>
  )
}

function VaultForm() {
  const words = useWords('keys')
  const { client, queries } = useHost()
  const queryClient = useQueryClient()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const problems = passphraseProblems(words, passphrase, again)
  const keep = useMutation({
    // `useVault` is an operation of the host, no hook.
    // oxlint-disable-next-line react/hooks
    mutationFn: (input: { passphrase: string }) => client.desk.useVault(input),
    onSuccess(status) {
      queryClient.setQueryData(queries.desk.status.queryKey(), status)
      sayDone(words('vault.done'))
    },
  })

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (Object.keys(problems).length === 0) keep.mutate({ passphrase })
  }

  return (
    <form className="settings-card" onSubmit={submit} noValidate aria-labelledby="vault-title">
      <h3 id="vault-title">{words('vault.title')}</h3>
      <p className="sec">{words('vault.intro')}</p>
      <div className="settings-pair">
        <PasswordInput
          label={words('vault.passphrase')}
          value={passphrase}
          error={tried ? problems.passphrase : undefined}
          autoComplete="new-password"
          maxLength={1_000}
          visibilityToggleFocusable
          visibilityToggleButtonProps={{ 'aria-label': words('vault.showPassphrase') }}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <PasswordInput
          label={words('vault.again')}
          value={again}
          error={tried ? problems.again : undefined}
          autoComplete="new-password"
          maxLength={1_000}
          visibilityToggleFocusable
          visibilityToggleButtonProps={{ 'aria-label': words('vault.showAgain') }}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
      </div>
      <CallFailure error={keep.error} />
      <div>
        <Button type="submit" variant="filled" loading={keep.isPending}>
          {words('vault.title')}
        </Button>
      </div>
    </form>
  )
}
