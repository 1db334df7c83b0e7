import { countSegments, normaliseText } from '../../../shared/segments/index.ts'
import { plural } from '../../components/times.ts'
import { partsHint } from '../../inbox/composer/hints.ts'

/** How long an automatic text is, and what makes it dearer than it must be. */
export function TextLength({ text }: { text: string }) {
  const counted = countSegments(normaliseText(text))
  const hint = partsHint(text)
  return (
    <span className="reply-length">
      <span className="num">
        {plural(counted.units, 'character', 'characters')} · {plural(counted.segments, 'part', 'parts')}
      </span>
      {hint === null ? null : (
        <>
          {' '}
          · <bdi>{hint.characters}</bdi> {hint.verb} it longer
        </>
      )}
    </span>
  )
}
