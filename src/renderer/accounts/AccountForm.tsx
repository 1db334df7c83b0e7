import './account-form.css'
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import type { AccountField, ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { Chip } from '../components/Chip.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { Notice } from '../components/Notice.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { ConfigField } from './ConfigField.tsx'
import { configToSave, draftFor, draftProblems, isFolded, isOwnValue, isSet, presetOf, secretsToSave, type AccountDraft } from './form.ts'
import { MoreSettings } from './MoreSettings.tsx'
import { PresetChoice } from './PresetChoice.tsx'
import { SecretField } from './SecretField.tsx'
import { useConfigCheck } from './useConfigCheck.ts'

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
}: {
  provider: ProviderDescriptor
  account?: Account
  saveLabel: string
  onSaved: (account: Account) => void
  onCancel?: () => void
}) {
  const words = useWords('accountForm')
  const { client } = useHost()
  const [draft, setDraft] = useState(() => draftFor(provider, account))
  const [preset, setPreset] = useState(() => presetOf(provider, account?.config ?? {}))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tries, setTries] = useState(0)
  const [saves, setSaves] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const seeksProblem = useRef(false)
  const { findings, checkNow } = useConfigCheck(provider.id, configToSave(draft))
  // What can be said of every provider comes first: it is there at once.
  const problems = { ...underConfig(findings.problems), ...draftProblems(words, provider, draft, account) }

  const save = useMutation({
    async mutationFn() {
      const found = await checkNow()
      return Object.keys(found.problems).length > 0 ? null : saveAccount(client.accounts, provider, draft, account)
    },
    onSuccess(saved) {
      if (saved === null) {
        seeksProblem.current = true
        return
      }
      setDraft(draftFor(provider, saved))
      setTries(0)
      setLeft(new Set())
      setSaves((before) => before + 1)
      onSaved(saved)
    },
  })

  useEffect(() => {
    if (account === undefined) firstControl(form.current)?.focus()
    // Only as a new form appears: later the focus is where the person put it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  // The problem may be drawn later than it is known: what is folded unfolds first.
  useEffect(() => {
    const control = seeksProblem.current ? invalidControl(form.current) : null
    if (control === null) return
    seeksProblem.current = false
    control.focus()
  })

  function leave(key: string): void {
    setLeft((before) => new Set(before).add(key))
  }

  function change(part: 'config' | 'secrets', key: string, value: string): void {
    seeksProblem.current = false
    setDraft((before) => ({ ...before, [part]: { ...before[part], [key]: value } }))
  }

  /** A missing value is only held against a field once saving was tried; a wrong one as soon as it can be seen. */
  function shownProblem(key: string, field?: AccountField, value = ''): string | null {
    const problem = problems[key] ?? null
    if (tries > 0) return problem
    if (field === undefined || value.trim() === '') return null
    return field.kind === 'sender' || left.has(key) ? problem : null
  }

  function shownWarning({ key }: AccountField, value: string): string | null {
    const wasMet = account !== undefined || tries > 0 || value.trim() !== '' || left.has(`config.${key}`)
    return wasMet ? (findings.warnings[key] ?? null) : null
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (save.isPending) return
    setTries(tries + 1)
    if (Object.keys(draftProblems(words, provider, draft, account)).length > 0) seeksProblem.current = true
    else save.mutate()
  }

  function drawConfig(field: AccountField) {
    const value = draft.config[field.key] ?? ''
    return (
      <ConfigField
        key={field.key}
        field={field}
        value={value}
        problem={shownProblem(`config.${field.key}`, field, value)}
        warning={shownWarning(field, value)}
        onChange={(next) => change('config', field.key, next)}
        onLeave={() => leave(`config.${field.key}`)}
      />
    )
  }

  function drawSecret(field: AccountField) {
    return (
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
    )
  }

  const moreConfig = provider.configFields.filter((field) => isFolded(field, preset))
  const moreSecrets = provider.secretFields.filter((field) => isFolded(field, null))
  const setInMore =
    moreConfig.filter((field) => isSet(field, draft.config[field.key] ?? '')).length +
    moreSecrets.filter(({ key }) => account?.secretsSet[key] === true || (draft.secrets[key] ?? '') !== '').length
  const ownInMore =
    moreConfig.some((field) => isOwnValue(provider, field, draft.config[field.key] ?? '')) ||
    moreSecrets.some(({ key }) => account?.secretsSet[key] === true || (draft.secrets[key] ?? '') !== '')
  const problemInMore =
    moreConfig.some((field) => shownProblem(`config.${field.key}`, field, draft.config[field.key]) !== null) ||
    moreSecrets.some(({ key }) => shownProblem(`secret.${key}`) !== null)
  const warningInMore = moreConfig.some((field) => shownWarning(field, draft.config[field.key] ?? '') !== null)
  const known = new Set(provider.configFields.map(({ key }) => key))
  const otherProblems = tries > 0 ? Object.entries(findings.problems).filter(([key]) => !known.has(key)) : []

  return (
    <form ref={form} className="account-form" onSubmit={submit} noValidate aria-label={words('form', { provider: provider.name })}>
      {account === undefined && provider.presets.length > 0 ? (
        <PresetChoice
          provider={provider}
          draft={draft}
          preset={preset}
          onBegin={(begun, from) => {
            setDraft(begun)
            setPreset(from)
          }}
        />
      ) : null}
      <TextInput
        label={words('name')}
        description={words('nameHint')}
        withAsterisk
        maxLength={200}
        value={draft.name}
        error={shownProblem('name')}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      {provider.configFields.filter((field) => !moreConfig.includes(field)).map(drawConfig)}
      {provider.secretFields.filter((field) => !moreSecrets.includes(field)).map(drawSecret)}
      {moreConfig.length + moreSecrets.length === 0 ? null : (
        <MoreSettings
          mustShow={ownInMore || problemInMore}
          tries={tries}
          note={
            problemInMore ? (
              <Chip tone="bad">{words('more.problem')}</Chip>
            ) : warningInMore ? (
              <Chip tone="warn">{words('more.warning')}</Chip>
            ) : preset !== null && !ownInMore ? (
              <Chip>{words('more.filledIn', { preset: preset.name })}</Chip>
            ) : setInMore > 0 ? (
              <Chip>{words('more.set', { count: setInMore })}</Chip>
            ) : null
          }
        >
          {moreConfig.map(drawConfig)}
          {moreSecrets.map(drawSecret)}
        </MoreSettings>
      )}
      {otherProblems.map(([key, problem]) => (
        <Notice key={key} tone="bad" icon="warning" urgent>
          {problem}
        </Notice>
      ))}
      <CallFailure error={save.error} />
      <div className="account-form-actions">
        <Button type="submit" variant="filled" loading={save.isPending}>
          {saveLabel}
        </Button>
        {onCancel === undefined ? null : (
          <Button variant="subtle" onClick={onCancel}>
            {words('cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}

function underConfig(problems: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).map(([key, problem]) => [`config.${key}`, problem]))
}

function firstControl(form: HTMLElement | null): HTMLElement | null {
  const controls = form?.querySelectorAll('input') ?? []
  return [...controls].find(({ type, checked }) => type !== 'radio' || checked) ?? null
}

/** The first control of a form that is marked as wrong; null while none is drawn. */
function invalidControl(form: HTMLElement | null): HTMLElement | null {
  return form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error] input, [data-error] textarea') ?? null
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
