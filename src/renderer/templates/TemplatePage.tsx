import type { Template } from '../../shared/contract/templates.ts'
import { goTo, hashFor } from '../app/routes.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { Icon } from '../components/Icon.tsx'
import { sayDone } from '../components/toasts.ts'
import { Section } from '../settings/Section.tsx'
import { TemplateForm } from './TemplateForm.tsx'

const EMPTY = { name: '', group: '', text: '' }
const back = (): void => goTo('settings', 'templates')

/** The page of one template, or of one that is not written yet. */
export function TemplatePage({ id, templates }: { id: string; templates: readonly Template[] }) {
  const template = templates.find((each) => each.id === id)
  const isNew = id === 'new'
  return (
    <div className="template-page">
      <nav aria-label="Way back">
        <a className="template-back" href={hashFor('settings', 'templates')}>
          <Icon name="arrowLeft" size={15} /> Templates
        </a>
      </nav>
      <Section title={isNew ? 'New template' : (template?.name ?? 'Template')}>
        {template === undefined && !isNew ? (
          <EmptyState icon="info" title="This template is no longer there" />
        ) : (
          <TemplateForm
            {...(template === undefined ? {} : { id: template.id })}
            initial={template ?? EMPTY}
            withPreview
            onSaved={({ name }) => {
              sayDone(`“${name}” is saved.`)
              back()
            }}
            onCancel={back}
          />
        )}
      </Section>
    </div>
  )
}
