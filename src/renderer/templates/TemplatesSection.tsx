import './templates.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Template } from '../../shared/contract/templates.ts'
import { findTemplates } from '../../shared/templates/search.ts'
import { goTo } from '../app/routes.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Kbd } from '../components/Kbd.tsx'
import { Loading } from '../components/Loading.tsx'
import { SearchField } from '../components/SearchField.tsx'
import { useNow } from '../components/useNow.ts'
import { useWords } from '../language/words.ts'
import { Section } from '../settings/Section.tsx'
import { TemplatePage } from './TemplatePage.tsx'
import { TemplateRow } from './TemplateRow.tsx'
import { useTemplates } from './useTemplates.ts'

/** With more than so many there is a field to search them. */
const SEARCHED_FROM = 7

const asSlash = () => <Kbd keys="/" />

/** Texts that are used again: all of them, or the page of one (`new` for one that is not written yet). */
export function TemplatesSection({ page }: { page: string | undefined }) {
  const words = useWords('templates')
  const templates = useTemplates()
  if (templates.isPending) return <Loading>{words('fetching')}</Loading>
  if (templates.isError) return <LoadFailure error={templates.error} onRetry={() => void templates.refetch()} />
  if (page !== undefined) return <TemplatePage key={page} id={page} templates={templates.data.templates} />
  return <TemplateList templates={templates.data.templates} />
}

function TemplateList({ templates }: { templates: readonly Template[] }) {
  const words = useWords('templates')
  const now = useNow()
  const [typed, setTyped] = useState('')
  const add = (
    <Button variant="filled" leftSection={<Icon name="plus" size={15} />} onClick={() => goTo('settings', 'templates', 'new')}>
      {words('add')}
    </Button>
  )
  if (templates.length === 0) {
    return (
      <Section title={words('title')}>
        <EmptyState icon="edit" title={words('empty.title')} actions={add}>
          {words.rich('empty.text', { slash: asSlash })}
        </EmptyState>
      </Section>
    )
  }
  const found = typed.trim() === '' ? templates : findTemplates(templates, typed)
  const groups = Map.groupBy(found, ({ group }) => group)
  return (
    <Section title={words('title')} intro={words.rich('intro', { slash: asSlash })} actions={add}>
      {templates.length < SEARCHED_FROM ? null : (
        <SearchField label={words('searchLabel')} placeholder={words('search')} typed={typed} onType={setTyped} />
      )}
      {found.length === 0 ? <p className="settings-aside">{words('notFound')}</p> : null}
      {[...groups].map(([group, members]) => (
        <section key={group} className="template-group" aria-label={group === '' ? words('noGroup') : group}>
          {groups.size === 1 && group === '' ? null : <h3 className="people-line">{group === '' ? words('noGroup') : group}</h3>}
          <ul className="template-list">
            {members.map((template) => (
              <TemplateRow key={template.id} template={template} now={now} />
            ))}
          </ul>
        </section>
      ))}
    </Section>
  )
}
