import { Button, NumberInput, PasswordInput, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { ListenerView, TokenKind, TunnelChoice, TunnelKind } from '../../../shared/contract/listener.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { useWords } from '../../language/words.ts'
import { useListenerAction } from './useListenerAction.ts'
import { beforeWords, emptyChoice } from './words.ts'

/** What one way needs, and the button that takes and starts it. */
export function TunnelForm({ way, view, onStarted }: { way: TunnelKind; view: ListenerView; onStarted: () => void }) {
  const words = useWords('listener')
  const before = beforeWords(words, way)
  const kept = view.tunnel.choice
  const [choice, setChoice] = useState<TunnelChoice>(kept?.kind === way ? kept : emptyChoice(way))
  const [token, setToken] = useState('')
  const { setTunnel, setTunnelToken, startTunnel } = useListenerAction()
  const busy = setTunnel.isPending || setTunnelToken.isPending || startTunnel.isPending

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    try {
      await setTunnel.mutateAsync({ choice })
      if (token.trim() !== '' && (choice.kind === 'cloudflared' || choice.kind === 'ngrok')) {
        await setTunnelToken.mutateAsync({ kind: choice.kind, value: token })
      }
      await startTunnel.mutateAsync(undefined)
      onStarted()
    } catch {
      // Said beside the button.
    }
  }

  return (
    <form className="listener-form" noValidate onSubmit={(event) => void submit(event)} aria-label={words(`ways.${way}.name`)}>
      {before.length === 0 ? null : (
        <ol className="listener-before">
          {before.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      <Fields choice={choice} onChange={setChoice} />
      {choice.kind === 'ngrok' || (choice.kind === 'cloudflared' && choice.url.trim() !== '') ? (
        <TokenField kind={choice.kind} stored={view.tunnel.tokensSet[choice.kind]} value={token} onChange={setToken} />
      ) : null}
      <CallFailure error={setTunnel.error ?? startTunnel.error} />
      <div>
        <Button type="submit" variant="filled" loading={busy}>
          {choice.kind === 'own_url' ? words('form.useAddress') : words('form.saveAndStart')}
        </Button>
      </div>
    </form>
  )
}

function Fields({ choice, onChange }: { choice: TunnelChoice; onChange: (choice: TunnelChoice) => void }) {
  const words = useWords('listener')
  switch (choice.kind) {
    case 'own_url':
      return <UrlField label={words('form.address')} value={choice.url} onChange={(url) => onChange({ ...choice, url })} />
    case 'cloudflared':
      return (
        <UrlField
          label={words('form.cloudflaredUrl')}
          description={words('form.cloudflaredUrlHint')}
          value={choice.url}
          onChange={(url) => onChange({ ...choice, url })}
        />
      )
    case 'ngrok':
      return (
        <UrlField
          label={words('form.ngrokUrl')}
          description={words('form.ngrokUrlHint')}
          value={choice.url}
          onChange={(url) => onChange({ ...choice, url })}
        />
      )
    case 'ssh':
      return <SshFields choice={choice} onChange={onChange} />
    case 'localtunnel':
      return (
        <div className="settings-pair">
          <UrlField label={words('form.server')} value={choice.host} onChange={(host) => onChange({ ...choice, host })} />
          <TextInput
            label={words('form.wishedName')}
            description={words('form.wishedNameHint')}
            value={choice.subdomain}
            maxLength={63}
            spellCheck={false}
            onChange={(event) => onChange({ ...choice, subdomain: event.currentTarget.value })}
          />
        </div>
      )
  }
}

type SshChoice = Extract<TunnelChoice, { kind: 'ssh' }>

function SshFields({ choice, onChange }: { choice: SshChoice; onChange: (choice: SshChoice) => void }) {
  const words = useWords('listener')
  const text = (key: 'host' | 'user' | 'keyFile', label: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      value={choice[key]}
      maxLength={1_000}
      spellCheck={false}
      autoCapitalize="off"
      onChange={(event) => onChange({ ...choice, [key]: event.currentTarget.value })}
    />
  )
  const port = (key: 'port' | 'remotePort', label: string, description?: string) => (
    <NumberInput
      label={label}
      description={description}
      value={choice[key]}
      min={1}
      max={65_535}
      clampBehavior="strict"
      allowDecimal={false}
      hideControls
      onChange={(value) => (typeof value === 'number' ? onChange({ ...choice, [key]: value }) : undefined)}
    />
  )
  return (
    <>
      <UrlField label={words('form.servedAddress')} value={choice.url} onChange={(url) => onChange({ ...choice, url })} />
      <div className="settings-pair">
        {text('host', words('form.server'))}
        {port('port', words('form.sshPort'))}
        {text('user', words('form.user'))}
        {port('remotePort', words('form.remotePort'))}
      </div>
      {text('keyFile', words('form.keyFile'), words('form.keyFileHint'))}
    </>
  )
}

function UrlField({
  label,
  description,
  value,
  onChange,
}: {
  label: string
  description?: string
  value: string
  onChange: (value: string) => void
}) {
  const words = useWords('listener')
  return (
    <TextInput
      label={label}
      description={description}
      placeholder={words('form.addressExample')}
      value={value}
      maxLength={2_000}
      inputMode="url"
      spellCheck={false}
      autoCapitalize="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function TokenField({
  kind,
  stored,
  value,
  onChange,
}: {
  kind: TokenKind
  stored: boolean
  value: string
  onChange: (value: string) => void
}) {
  const words = useWords('listener')
  return (
    <PasswordInput
      label={words('form.token')}
      description={kind === 'ngrok' ? words('form.ngrokToken') : words('form.cloudflaredToken')}
      placeholder={stored ? words('form.tokenStored') : undefined}
      value={value}
      maxLength={4_000}
      autoComplete="off"
      spellCheck={false}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': words('form.showToken') }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
