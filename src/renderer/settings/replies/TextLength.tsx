import type { ReactNode } from 'react'
import { countSegments, normaliseText } from '../../../shared/segments/index.ts'
import { partsHint } from '../../inbox/composer/hints.ts'
import { countOffenders, offenderWords } from '../../inbox/composer/offenders.ts'
import { useFormatTag, useWords } from '../../language/words.ts'

/** Characters within a sentence. */
const asCharacters = (characters: ReactNode) => <bdi>{characters}</bdi>

/** How long an automatic text is, and what makes it dearer than it must be. */
export function TextLength({ text }: { text: string }) {
  const words = useWords('replies')
  const characters = useWords('characters')
  const tag = useFormatTag()
  const counted = countSegments(normaliseText(text))
  const hint = partsHint(text)
  return (
    <span className="reply-length">
      <span className="num">{words('length', { characters: counted.units, parts: counted.segments })}</span>
      {hint === null ? null : (
        <>
          {' '}
          {words.rich('longer', {
            characters: asCharacters,
            named: offenderWords(characters, tag, hint.offenders),
            count: countOffenders(hint.offenders),
          })}
        </>
      )}
    </span>
  )
}
