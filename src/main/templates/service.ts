import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { uuidv7 } from 'uuidv7'
import { cleanLine, cleanNotes } from '../../shared/contacts/person-text.ts'
import { LONGEST_TEMPLATE_NAME, type Template, type templatesContract } from '../../shared/contract/templates.ts'
import { findTemplates } from '../../shared/templates/search.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import type { Store } from '../store/store.ts'
import type { TemplateProblem, WrittenTemplate } from './operations.ts'

type Inputs = InferContractRouterInputs<typeof templatesContract>
type Outputs = InferContractRouterOutputs<typeof templatesContract>

export interface TemplateService {
  list(input: Inputs['list']): Promise<Outputs['list']>
  /** @throws Refused `template_name_taken`, `template_empty`, `templates_too_many` */
  create(input: Inputs['create']): Promise<Template>
  /** @throws Refused `template_not_found`, `template_name_taken`, `template_empty` */
  update(input: Inputs['update']): Promise<Template>
  /** @throws Refused `template_not_found`, `template_name_taken`, `templates_too_many` */
  duplicate(input: Inputs['duplicate']): Promise<Template>
  remove(input: Inputs['remove']): Promise<Outputs['remove']>
  /** @throws Refused `template_not_found`, `template_name_taken`, `templates_too_many` */
  undoRemove(input: Inputs['undoRemove']): Promise<Template>
  people(input: Inputs['people']): Promise<Outputs['people']>
}

export interface TemplateServiceDependencies {
  store: Pick<Store, 'templates'>
  events: Pick<EventHub, 'changed'>
  now: () => number
}

/** Names tried for a copy before a person has to find one. */
const COPIES = 50

export function createTemplateService({ store, events, now }: TemplateServiceDependencies): TemplateService {
  function settle(result: { kind: 'saved'; template: Template } | TemplateProblem): Template {
    if (result.kind !== 'saved') throw refused(result)
    events.changed({ topic: 'templates' })
    return result.template
  }

  return {
    async list({ search = '' }) {
      const templates = await store.templates.list()
      return { templates: search === '' ? templates : findTemplates(templates, search) }
    },
    create: async (input) => settle(await store.templates.create({ ...clean(input), id: uuidv7(), now: now() })),
    update: async (input) => settle(await store.templates.update({ ...clean(input), id: input.id, now: now() })),
    async duplicate({ id }) {
      const template = (await store.templates.list()).find((each) => each.id === id)
      const names = copyNames(template?.name ?? '')
      return settle(await store.templates.duplicate({ id, newId: uuidv7(), names, now: now() }))
    },
    async remove({ id }) {
      const result = await store.templates.remove({ id, now: now() })
      if (result.removed) events.changed({ topic: 'templates' })
      return result
    },
    undoRemove: async (input) => settle(await store.templates.undoRemove(input)),
    people: async (input) => ({ people: await store.templates.people(input) }),
  }
}

/** @throws Refused `template_empty` where nothing visible is left */
function clean(input: WrittenTemplate): WrittenTemplate {
  const written = { name: cleanLine(input.name), group: cleanLine(input.group), text: cleanNotes(input.text) }
  if (written.name === '' || written.text === '') {
    throw new Refused('template_empty', 'A template needs a name and a text. Write both, then save it.')
  }
  return written
}

function copyNames(name: string): string[] {
  return Array.from({ length: COPIES }, (_, index) => {
    const ending = index === 0 ? ' (copy)' : ` (copy ${index + 1})`
    return (
      name
        .slice(0, LONGEST_TEMPLATE_NAME - ending.length)
        .toWellFormed()
        .trimEnd() + ending
    )
  })
}

function refused(problem: TemplateProblem): Refused {
  switch (problem.kind) {
    case 'name_taken':
      return new Refused('template_name_taken', `There is a template called “${problem.name}” already. Choose another name.`)
    case 'too_many':
      return new Refused('templates_too_many', `There are ${problem.most} templates already, which is the most. Remove one first.`)
    case 'not_found':
      return new Refused('template_not_found', 'This template is no longer there.')
  }
}
