import { SegmentedControl } from '@mantine/core'
import type { Settings } from '../../shared/contract/desk.ts'
import { Row, Rows, Section } from './Section.tsx'
import { useSetSettings } from './useSetSettings.ts'

const THEMES = [
  { value: 'system', label: 'As the computer' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const satisfies readonly { value: Settings['theme']; label: string }[]

/** How SMS Desk looks on this computer. */
export function AppearanceSection({ settings }: { settings: Settings }) {
  const set = useSetSettings()
  return (
    <Section title="Appearance" intro="How SMS Desk looks on this computer.">
      <Rows>
        <Row title="Colours" hint="“As the computer” follows its day and night.">
          <SegmentedControl aria-label="Colours" data={[...THEMES]} value={settings.theme} onChange={(theme) => set.mutate({ theme })} />
        </Row>
        <Row
          title="Size of text"
          hint={
            <>
              Hold <kbd className="kbd">Ctrl</kbd> and press <kbd className="kbd">+</kbd> or <kbd className="kbd">−</kbd>;{' '}
              <kbd className="kbd">0</kbd> goes back.
            </>
          }
        />
      </Rows>
    </Section>
  )
}
