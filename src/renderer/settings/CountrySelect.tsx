import { Select, type SelectProps } from '@mantine/core'
import { useMemo } from 'react'
import './settings.css'
import { useFormatTag, useWords } from '../language/words.ts'
import { countryOptions, rankCountries } from './countries.ts'

/** Chooses a country by its name or calling code. Nothing is chosen by clearing it: there is always one. */
export function CountrySelect({
  value,
  onChange,
  ...rest
}: {
  /** ISO 3166-1 alpha-2. */
  value: string
  onChange: (code: string) => void
} & Pick<SelectProps, 'label' | 'aria-label' | 'comboboxProps'>) {
  const words = useWords('settings')
  const tag = useFormatTag()
  const options = useMemo(() => countryOptions(tag), [tag])
  return (
    <Select
      {...rest}
      data={options}
      value={value}
      onChange={(code) => {
        if (code !== null) onChange(code)
      }}
      searchable
      withScrollArea={false}
      classNames={{ options: 'settings-countries' }}
      selectFirstOptionOnChange
      filter={({ options: all, search }) =>
        rankCountries(
          all.filter((option) => 'value' in option),
          search,
        )
      }
      nothingFoundMessage={words('noSuchCountry')}
    />
  )
}
