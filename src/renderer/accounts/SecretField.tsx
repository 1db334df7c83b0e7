import './account-form.css'
import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { Icon } from '../components/Icon.tsx'
import { TextButton } from '../components/TextButton.tsx'
import { useWords } from '../language/words.ts'
import { focusWhenShown } from './focusWhenShown.ts'
import type { AccountField } from '../../shared/providers/descriptor.ts'

/**
 * A key or password. While typed it can be shown; once stored it is only ever replaced, since the host never
 * gives it back.
 */
export function SecretField({
  field,
  stored,
  value,
  problem,
  onChange,
  onLeave,
}: {
  field: AccountField
  stored: boolean
  value: string
  problem: string | null
  onChange: (value: string) => void
  onLeave: () => void
}) {
  const words = useWords('accountForm')
  const [replacing, setReplacing] = useState(false)
  if (stored && !replacing && value === '') {
    return (
      <div className="account-stored">
        <span className="account-stored-label">{field.label}</span>
        <span className="account-stored-value">
          <Icon name="key" size={15} /> {words('secret.stored')}
        </span>
        <TextButton quiet label={words('secret.replaceOf', { field: field.label })} onClick={() => setReplacing(true)}>
          {words('secret.replace')}
        </TextButton>
      </div>
    )
  }
  return (
    <div>
      <PasswordInput
        label={field.label}
        description={field.help === '' ? undefined : field.help}
        placeholder={stored ? words('secret.typeNew') : field.placeholder}
        withAsterisk={field.required && !stored}
        value={value}
        error={problem}
        aria-invalid={problem === null ? undefined : true}
        ref={replacing ? focusWhenShown : undefined}
        autoComplete="off"
        spellCheck={false}
        visibilityToggleFocusable
        visibilityToggleButtonProps={{ 'aria-label': words('secret.show', { field: field.label }) }}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onLeave}
      />
      {replacing ? (
        <div className="account-keep">
          <TextButton
            quiet
            onClick={() => {
              onChange('')
              setReplacing(false)
            }}
          >
            {words('secret.keep')}
          </TextButton>
        </div>
      ) : null}
    </div>
  )
}
