import { SegmentedControl, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Settings } from '../../shared/contract/desk.ts'
import { LANGUAGE_CHOICES } from '../../shared/language.ts'
import { useWords } from '../language/words.ts'
import { Row, Rows, Section } from './Section.tsx'
import { useSetSettings } from './useSetSettings.ts'

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][]

/** Each language by its own name, so that it is found by who cannot read the present one. */
const LANGUAGE_NAMES = { en: 'English', sv: 'Svenska', nl: 'Nederlands' } as const

/** A key within a sentence. */
const asKey = (name: ReactNode) => <kbd className="kbd">{name}</kbd>

/** How SMS Desk looks on this computer. */
export function AppearanceSection({ settings }: { settings: Settings }) {
  const words = useWords('appearance')
  const set = useSetSettings()
  return (
    <Section title={words('title')} intro={words('intro')}>
      <Rows>
        <Row title={words('language')} hint={words('languageHint')}>
          <Select
            aria-label={words('language')}
            data={LANGUAGE_CHOICES.map((value) => ({ value, label: value === 'system' ? words('system') : LANGUAGE_NAMES[value] }))}
            value={settings.language}
            allowDeselect={false}
            onChange={(value) => {
              const language = LANGUAGE_CHOICES.find((choice) => choice === value)
              if (language !== undefined) set.mutate({ language })
            }}
          />
        </Row>
        <Row title={words('colours')} hint={words('coloursHint')}>
          <SegmentedControl
            aria-label={words('colours')}
            data={THEMES.map((value) => ({ value, label: words(value) }))}
            value={settings.theme}
            onChange={(theme) => set.mutate({ theme })}
          />
        </Row>
        <Row title={words('textSize')} hint={words.rich('textSizeHint', { key: asKey })} />
      </Rows>
    </Section>
  )
}
