import { Select } from '@mantine/core'
import type { Settings } from '../../shared/contract/desk.ts'
import { useAccounts } from '../accounts/useAccounts.ts'
import { CountrySelect } from './CountrySelect.tsx'
import { Row, Rows, Section } from './Section.tsx'
import { useSetSettings } from './useSetSettings.ts'

/** Where numbers are from, and which account a new conversation starts with. */
export function SendingSection({ settings }: { settings: Settings }) {
  const accounts = useAccounts()
  const set = useSetSettings()
  const options = (accounts.data ?? []).map((account) => ({ value: account.id, label: account.name }))
  const chosen = options.some((option) => option.value === settings.defaultAccountId) ? settings.defaultAccountId : null
  return (
    <Section title="Sending" intro="What is taken for granted when you write to somebody.">
      <Rows>
        <Row
          title="Numbers without a country are from"
          hint="“070-174 06 05” is read as a number of this country. Numbers that begin with + or 00 say it themselves."
        >
          <CountrySelect
            aria-label="Numbers without a country are from"
            value={settings.defaultCountry}
            onChange={(defaultCountry) => set.mutate({ defaultCountry })}
          />
        </Row>
        <Row
          title="New conversations go through"
          hint="A conversation you are in keeps the account it came through. You can choose another one for each text."
        >
          {options.length === 0 ? (
            <span className="sec">There is no account yet.</span>
          ) : (
            <Select
              aria-label="New conversations go through"
              placeholder="Choose an account"
              data={options}
              value={chosen}
              onChange={(defaultAccountId) => set.mutate({ defaultAccountId })}
            />
          )}
        </Row>
      </Rows>
    </Section>
  )
}
