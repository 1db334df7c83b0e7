import { Button, NumberInput, PasswordInput, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { ListenerView, TokenKind, TunnelChoice } from '../../../shared/contract/listener.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { useListenerAction } from './useListenerAction.ts'
import type { WayWords } from './words.ts'
import { emptyChoice } from './words.ts'

/** What one way needs, and the button that takes and starts it. */
export function TunnelForm({ way, view, onStarted }: { way: WayWords; view: ListenerView; onStarted: () => void }) {
  const kept = view.tunnel.choice
  const [choice, setChoice] = useState<TunnelChoice>(kept?.kind === way.kind ? kept : emptyChoice(way.kind))
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
    <form className="listener-form" noValidate onSubmit={(event) => void submit(event)} aria-label={way.name}>
      {way.before.length === 0 ? null : (
        <ol className="listener-before">
          {way.before.map((line) => (
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
          {choice.kind === 'own_url' ? 'Use this address' : 'Save and start'}
        </Button>
      </div>
    </form>
  )
}

function Fields({ choice, onChange }: { choice: TunnelChoice; onChange: (choice: TunnelChoice) => void }) {
  switch (choice.kind) {
    case 'own_url':
      return <UrlField label="Address" value={choice.url} onChange={(url) => onChange({ ...choice, url })} />
    case 'cloudflared':
      return (
        <UrlField
          label="Address of your own (if you have one)"
          description="Leave this empty for one that Cloudflare gives you. Else the public hostname of a tunnel from the Cloudflare dashboard, which leads to the address of step 1."
          value={choice.url}
          onChange={(url) => onChange({ ...choice, url })}
        />
      )
    case 'ngrok':
      return (
        <UrlField
          label="Your domain at ngrok (if you have one)"
          description="Under “Domains” in the ngrok dashboard. Leave it empty for the one ngrok gives you."
          value={choice.url}
          onChange={(url) => onChange({ ...choice, url })}
        />
      )
    case 'ssh':
      return <SshFields choice={choice} onChange={onChange} />
    case 'localtunnel':
      return (
        <div className="settings-pair">
          <UrlField label="Server" value={choice.host} onChange={(host) => onChange({ ...choice, host })} />
          <TextInput
            label="Name you wish for (if any)"
            description="4 to 63 small letters, digits and dashes."
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
      <UrlField label="Address that the server serves" value={choice.url} onChange={(url) => onChange({ ...choice, url })} />
      <div className="settings-pair">
        {text('host', 'Server')}
        {port('port', 'SSH port')}
        {text('user', 'User name')}
        {port('remotePort', 'Port on the server')}
      </div>
      {text('keyFile', 'Key file (if not in the key agent)', 'The whole path. A key with a passphrase must be in the key agent.')}
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
  return (
    <TextInput
      label={label}
      description={description}
      placeholder="https://texts.example.com"
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
  return (
    <PasswordInput
      label="Token"
      description={
        kind === 'ngrok'
          ? 'From dashboard.ngrok.com, “Your Authtoken”. It is kept with your other keys and never shown again.'
          : 'From the page of your tunnel in the Cloudflare dashboard: the long text behind “--token”. It is kept with your other keys and never shown again.'
      }
      placeholder={stored ? 'Stored. Type a new one to replace it.' : undefined}
      value={value}
      maxLength={4_000}
      autoComplete="off"
      spellCheck={false}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': 'Show the token while typing' }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
