import './accounts.css'
import './account-form.css'
import { Input, SegmentedControl, Select } from '@mantine/core'
import { useId, useState } from 'react'
import type { ProviderDescriptor, ProviderPreset } from '../../shared/providers/descriptor.ts'
import { Notice } from '../components/Notice.tsx'
import { TextButton } from '../components/TextButton.tsx'
import { useWords } from '../language/words.ts'
import { beginWith, hasOwnSettings, type AccountDraft } from './form.ts'

/** The choice of no preset. No preset is called so: their ids are words. */
const SCRATCH = ''

/** Choices side by side, as long as they are so few. */
const MOST_SEGMENTS = 4

/** What a new form is begun with. Choosing fills it anew; settings that were typed can be had back. */
export function PresetChoice({
  provider,
  draft,
  preset,
  onBegin,
}: {
  provider: ProviderDescriptor
  draft: AccountDraft
  /** What the form was begun with; null for nothing. */
  preset: ProviderPreset | null
  onBegin: (draft: AccountDraft, preset: ProviderPreset | null) => void
}) {
  const words = useWords('accountForm')
  const id = useId()
  const [replaced, setReplaced] = useState<{ preset: ProviderPreset | null; config: AccountDraft['config'] } | null>(null)
  const chosen = preset?.id ?? SCRATCH
  const choices = [
    ...provider.presets.map((each) => ({ value: each.id, label: each.name })),
    { value: SCRATCH, label: words('preset.scratch') },
  ]

  function choose(next: string): void {
    setReplaced(hasOwnSettings(provider, draft) ? { preset, config: draft.config } : null)
    const begun = provider.presets.find((each) => each.id === next) ?? null
    onBegin(beginWith(provider, draft, begun), begun)
  }

  return (
    <div className="account-preset">
      {choices.length <= MOST_SEGMENTS ? (
        <Input.Wrapper label={words('preset.label')} labelElement="div" labelProps={{ id: `${id}-label` }}>
          <SegmentedControl className="account-segments" data={choices} value={chosen} aria-labelledby={`${id}-label`} onChange={choose} />
        </Input.Wrapper>
      ) : (
        <Select label={words('preset.label')} data={choices} value={chosen} onChange={(next) => choose(next ?? SCRATCH)} />
      )}
      <p className="account-small" aria-live="polite">
        {preset === null ? words('preset.scratchMeans') : preset.summary}
      </p>
      {replaced === null ? null : (
        <Notice
          icon="info"
          action={
            <TextButton
              onClick={() => {
                setReplaced(null)
                onBegin({ ...draft, config: replaced.config }, replaced.preset)
              }}
            >
              {words('preset.putBack')}
            </TextButton>
          }
        >
          {words('preset.replaced')}
        </Notice>
      )}
    </div>
  )
}
