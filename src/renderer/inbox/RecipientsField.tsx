import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Recipient } from '../app/uiState.tsx'
import { Avatar } from '../components/Avatar.tsx'
import { Chip } from '../components/Chip.tsx'
import { FailureSentence } from '../components/FailureSentence.tsx'
import { displayName, formatNumber } from '../components/names.ts'
import { TextButton } from '../components/TextButton.tsx'
import { useWords } from '../language/words.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useOptedOut } from '../opt-outs/useOptedOut.ts'

/** Contacts suggested at a time. */
const SUGGESTIONS = 7
/** What may be a number rather than a name. */
const NUMBER_LIKE = /^[+0-9][0-9\s().\-/]*$/

const asButton = (onClick: () => void) => (label: ReactNode) => <TextButton onClick={onClick}>{label}</TextButton>

/** Who a text goes to: numbers in any notation, or people found by name while typing. Several become chips. */
export function RecipientsField({
  recipients,
  onChange,
  initialNumber,
  onOpenConversation,
}: {
  recipients: readonly Recipient[]
  onChange: (recipients: readonly Recipient[]) => void
  initialNumber: string | undefined
  onOpenConversation: (conversationId: string) => void
}) {
  const { queries } = useHost()
  const words = useWords('newConversation')
  const [typed, setTyped] = useState('')
  const [searched] = useDebouncedValue(typed.trim(), 120)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const people = useQuery(
    queries.contacts.list.queryOptions({
      input: { limit: SUGGESTIONS, ...(searched === '' ? {} : { search: searched }) },
      placeholderData: keepPreviousData,
    }),
  )
  const lookUp = useMutation(
    queries.conversations.lookUp.mutationOptions({
      onSuccess: ({ e164, contact, conversationId }) => {
        if (!recipients.some((recipient) => recipient.e164 === e164)) {
          onChange([...recipients, { e164, label: displayName(contact?.name ?? null, e164), conversationId }])
        }
        setTyped('')
        combobox.closeDropdown()
      },
    }),
  )
  const { mutate: add } = lookUp

  const field = useRef<HTMLInputElement>(null)
  const filledIn = useRef(false)
  useEffect(() => {
    if (initialNumber === undefined || filledIn.current) return
    filledIn.current = true
    add({ number: initialNumber })
  }, [initialNumber, add])

  const suggestions = (people.data?.contacts ?? []).flatMap((contact) => {
    const number = contact.numbers[0]
    return number === undefined || recipients.some(({ e164 }) => e164 === number.e164) ? [] : [{ contact, number }]
  })
  const optedOut = useOptedOut([...recipients, ...suggestions.map(({ number }) => number)].map(({ e164 }) => e164))
  const getsNoTexts = new Set(optedOut.map(({ e164 }) => e164))
  const offersTyped = NUMBER_LIKE.test(typed.trim()) && typed.trim().length >= 3
  const known = recipients.length === 1 ? recipients[0] : undefined
  const nothing = typed.trim() !== '' && !offersTyped && suggestions.length === 0 && !people.isFetching

  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Backspace' && typed === '' && recipients.length > 0) {
      onChange(recipients.slice(0, -1))
    } else if (
      (event.key === 'Enter' || event.key === ',' || event.key === ';') &&
      combobox.getSelectedOptionIndex() === -1 &&
      offersTyped
    ) {
      event.preventDefault()
      add({ number: typed.trim() })
    }
  }

  return (
    <Combobox store={combobox} onOptionSubmit={(number) => add({ number })} withinPortal={false}>
      <Combobox.DropdownTarget>
        <PillsInput
          label={words('to')}
          size="sm"
          error={lookUp.isError ? <FailureSentence error={lookUp.error} /> : undefined}
          description={
            known?.conversationId === undefined || known.conversationId === null
              ? undefined
              : words.rich('before', {
                  name: known.label,
                  open: asButton(() => onOpenConversation(known.conversationId ?? '')),
                })
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        >
          <Pill.Group>
            {recipients.map(({ e164, label }) => (
              <Pill
                key={e164}
                withRemoveButton
                removeButtonProps={{ 'aria-label': words('remove', { name: label }), 'aria-hidden': false, tabIndex: 0 }}
                title={getsNoTexts.has(e164) ? words('optedOut', { number: formatNumber(e164) }) : formatNumber(e164)}
                data-opted-out={getsNoTexts.has(e164) || undefined}
                onRemove={() => {
                  onChange(recipients.filter((each) => each.e164 !== e164))
                  field.current?.focus()
                }}
              >
                {getsNoTexts.has(e164) ? words('optedOutMark', { name: label }) : label}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                ref={field}
                data-autofocus
                value={typed}
                aria-label={words('field')}
                placeholder={recipients.length === 0 ? words('field') : ''}
                autoComplete="off"
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onChange={(event) => {
                  setTyped(event.currentTarget.value)
                  lookUp.reset()
                  combobox.openDropdown()
                  combobox.resetSelectedOption()
                }}
                onKeyDown={onKeyDown}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={!offersTyped && suggestions.length === 0 && !nothing}>
        <Combobox.Options aria-label={words('list')} hidden={nothing}>
          {offersTyped ? (
            <Combobox.Option value={typed.trim()}>
              <span className="suggestion">
                <span className="suggestion-name num">{typed.trim()}</span>
                <span className="mut">{words('useNumber')}</span>
              </span>
            </Combobox.Option>
          ) : null}
          {suggestions.map(({ contact, number }) => (
            <Combobox.Option key={contact.id} value={number.e164}>
              <span className="suggestion">
                <Avatar name={contact.name} peer={number.e164} size={26} />
                <span className="suggestion-name people-line">{displayName(contact.name, number.e164)}</span>
                {getsNoTexts.has(number.e164) ? <Chip tone="warn">{words('noTexts')}</Chip> : null}
                <span className="mut num">{formatNumber(number.e164)}</span>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {nothing ? <Combobox.Empty>{words('nobody')}</Combobox.Empty> : null}
      </Combobox.Dropdown>
    </Combobox>
  )
}
