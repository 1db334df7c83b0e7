import type { ReplyRules } from '../../../shared/contract/replies.ts'
import { LANGUAGES } from '../../../shared/replies/keyword-lists.ts'
import { useSetSettings } from '../useSetSettings.ts'
import { withLanguage } from './changes.ts'

/** The languages whose words count. */
export function LanguagesCard({ rules }: { rules: ReplyRules }) {
  const set = useSetSettings()
  return (
    <section className="settings-card" aria-labelledby="reply-languages-title">
      <h3 id="reply-languages-title">Languages</h3>
      <p className="sec">Words of these languages count. The more, the safer: leave on whatever your customers may speak.</p>
      <div className="reply-languages">
        {LANGUAGES.map(({ code, name, ownName }) => {
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
