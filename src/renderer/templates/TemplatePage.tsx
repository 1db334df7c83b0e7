import type { Template } from '../../shared/contract/templates.ts'
import { goTo, hashFor } from '../app/routes.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { Icon } from '../components/Icon.tsx'
import { sayDone } from '../components/toasts.ts'
import { useWords } from '../language/words.ts'
import { Section } from '../settings/Section.tsx'
import { TemplateForm } from './TemplateForm.tsx'

const EMPTY = { name: '', group: '', text: '' }
const back = (): void => goTo('settings', 'templates')

/** The page of one template, or of one that is not written yet. */
export function TemplatePage({ id, templates }: { id: string; templates: readonly Template[] }) {
  const words = useWords('templates')
  const template = templates.find((each) => each.id === id)
  const isNew = id === 'new'
  return (
    <div className="template-page">
      <nav aria-label={words('page.wayBack')}>
        <a className="template-back" href={hashFor('settings', 'templates')}>
          <Icon name="arrowLeft" size={15} /> {words('title')}
        </a>
      </nav>
      <Section title={isNew ? words('add') : (template?.name ?? words('page.untitled'))}>
        {template === undefined && !isNew ? (
          <EmptyState icon="info" title={words('page.gone')} />
        ) : (
          <TemplateForm
            {...(template === undefined ? {} : { id: template.id })}
            initial={template ?? EMPTY}
            withPreview
            onSaved={({ name }) => {
              sayDone(words('page.saved', { name }))
              back()
            }}
            onCancel={back}
          />
        )}
      </Section>
    </div>
  )
}
