import type { ReplyRules } from '../../../shared/contract/replies.ts'
import { LANGUAGES } from '../../../shared/replies/keyword-lists.ts'
import { useFormatTag, useWords } from '../../language/words.ts'
import { useSetSettings } from '../useSetSettings.ts'
import { withLanguage } from './changes.ts'

/** The languages whose words count. */
export function LanguagesCard({ rules }: { rules: ReplyRules }) {
  const words = useWords('replies')
  const names = new Intl.DisplayNames(useFormatTag(), { type: 'language' })
  const set = useSetSettings()
  return (
    <section className="settings-card" aria-labelledby="reply-languages-title">
      <h3 id="reply-languages-title">{words('languages.title')}</h3>
      <p className="sec">{words('languages.intro')}</p>
      <div className="reply-languages">
        {LANGUAGES.map(({ code, ownName }) => {
          const name = names.of(code) ?? ownName
          const counts = rules.languages.includes(code)
          return (
            <button
              key={code}
              type="button"
              className="quiet-day"
              aria-pressed={counts}
              title={name}
              disabled={set.isPending}
              onClick={() => set.mutate({ replies: withLanguage(rules, code, !counts) })}
            >
              <bdi lang={code}>{ownName}</bdi>
              {ownName === name ? null : <span className="visually-hidden"> ({name})</span>}
            </button>
          )
        })}
      </div>
    </section>
  )
}
