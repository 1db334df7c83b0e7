import './accounts.css'
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import type { AccountField, ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { CallFailure } from '../components/Failure.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { configToSave, draftFor, draftProblems, secretsToSave, valueProblem, type AccountDraft } from './form.ts'
import { SecretField } from './SecretField.tsx'

/**
 * The form of one account, made from what its provider needs. Saving adds the account, or changes it and replaces
 * the secrets that were typed; `onSaved` is told the account as the host has it.
 */
export function AccountForm({
  provider,
  account,
  saveLabel,
  onSaved,
  onCancel,
  beside,
}: {
  provider: ProviderDescriptor
  account?: Account
  saveLabel: string
  onSaved: (account: Account) => void
  onCancel?: () => void
  /** Shown beside the buttons. */
  beside?: ReactNode
}) {
  const { client } = useHost()
  const [draft, setDraft] = useState(() => draftFor(provider, account))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const [saves, setSaves] = useState(0)
  const problems = draftProblems(provider, draft, account)
  const save = useMutation({
    mutationFn: () => saveAccount(client.accounts, provider, draft, account),
    onSuccess(saved) {
      setDraft(draftFor(provider, saved))
      setTried(false)
      setLeft(new Set())
      setSaves((before) => before + 1)
      onSaved(saved)
    },
  })

  function leave(key: string): void {
    setLeft((before) => new Set(before).add(key))
  }

  function change(part: 'config' | 'secrets', key: string, value: string): void {
    setDraft((before) => ({ ...before, [part]: { ...before[part], [key]: value } }))
  }

  /** A missing value is only held against a field once saving was tried; a wrong one as soon as it can be seen. */
  function shownProblem(key: string, field?: AccountField, value = ''): string | null {
    if (tried) return problems[key] ?? null
    if (field === undefined || value.trim() === '') return null
    return field.kind === 'sender' || left.has(key) ? valueProblem(field, value.trim()) : null
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    setTried(true)
    if (Object.keys(problems).length > 0) {
      const form = event.currentTarget
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    save.mutate()
  }

  return (
    <form className="account-form" onSubmit={submit} noValidate aria-label={`Account with ${provider.name}`}>
      <TextInput
        label="Name of the account"
        description="For your eyes only: it is shown beside the texts that go through it."
        withAsterisk
        maxLength={200}
        value={draft.name}
        error={shownProblem('name')}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      {provider.configFields.map((field) => (
        <TextInput
          key={field.key}
          label={field.label}
          description={field.help === '' ? undefined : field.help}
          placeholder={field.defaultValue ?? field.placeholder}
          withAsterisk={field.required && field.defaultValue === undefined}
          type={field.kind === 'url' ? 'url' : 'text'}
          value={draft.config[field.key] ?? ''}
          error={shownProblem(`config.${field.key}`, field, draft.config[field.key])}
          maxLength={2_000}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change('config', field.key, event.currentTarget.value)}
          onBlur={() => leave(`config.${field.key}`)}
        />
      ))}
      {provider.secretFields.map((field) => (
        <SecretField
          // A new one after each save: what was being replaced is stored now.
          key={`${field.key} ${saves}`}
          field={field}
          stored={account?.secretsSet[field.key] === true}
          value={draft.secrets[field.key] ?? ''}
          problem={shownProblem(`secret.${field.key}`)}
          onChange={(value) => change('secrets', field.key, value)}
          onLeave={() => leave(`secret.${field.key}`)}
        />
      ))}
      <CallFailure error={save.error} />
      <div className="account-form-actions">
        <Button type="submit" variant="filled" loading={save.isPending}>
          {saveLabel}
        </Button>
        {onCancel === undefined ? null : (
          <Button variant="subtle" onClick={onCancel}>
            Cancel
          </Button>
        )}
        {beside}
      </div>
    </form>
  )
}

interface AccountCalls {
  add(input: { provider: string; name: string; config: Record<string, string>; secrets: Record<string, string> }): Promise<Account>
  update(input: { id: string; name: string; config: Record<string, string> }): Promise<Account>
  setSecret(input: { id: string; key: string; value: string }): Promise<Account>
}

async function saveAccount(calls: AccountCalls, provider: ProviderDescriptor, draft: AccountDraft, account?: Account): Promise<Account> {
  const config = configToSave(draft)
  const secrets = secretsToSave(draft)
  const name = draft.name.trim()
  if (account === undefined) return calls.add({ provider: provider.id, name, config, secrets })
  let saved = await calls.update({ id: account.id, name, config })
  for (const [key, value] of Object.entries(secrets)) saved = await calls.setSecret({ id: account.id, key, value })
  return saved
}
