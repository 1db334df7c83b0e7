import type { DeskClient } from '../../../shared/contract/client.ts'
import { LONGEST_TEMPLATE, type Template } from '../../../shared/contract/templates.ts'
import { Refused } from '../../app/refused.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { isoTime, table } from '../format.ts'
import { UsageError } from '../usage-error.ts'

/** `templates list [--search TEXT]` */
export const listTemplates: RunCommand = (invocation) => {
  const { search } = invocation.options
  return withDesk(invocation, false, async ({ client }) => {
    const { templates } = await client.templates.list(search === undefined ? {} : { search })
    const rows = templates.map(({ name, group, uses, text }) => [name, group, String(uses), text.replaceAll(/\s+/g, ' ')])
    return {
      json: { templates: templates.map(templateView) },
      text: rows.length === 0 ? 'There are no templates.' : table(['NAME', 'GROUP', 'USED', 'TEXT'], rows),
    }
  })
}

/** `templates add NAME --text TEXT [--group GROUP]` */
export const addTemplate: RunCommand = (invocation) => {
  const [name = ''] = invocation.words
  const { text, group = '' } = invocation.options
  if (text === undefined) throw new UsageError('“templates add” needs --text.')
  if (text.length > LONGEST_TEMPLATE) {
    throw new Refused('text_too_long', `A template takes at most ${LONGEST_TEMPLATE} characters. Shorten the text.`)
  }
  return withDesk(invocation, false, async ({ client }) => {
    const template = await client.templates.create({ name, group, text })
    return { json: templateView(template), text: `Added “${template.name}”.` }
  })
}

/** `templates remove NAME` */
export const removeTemplate: RunCommand = (invocation) =>
  withDesk(invocation, false, async ({ client }) => {
    const { id, name } = await findTemplate(client, invocation.words[0] ?? '')
    const { removed } = await client.templates.remove({ id })
    return { json: { id, removed }, text: `Removed “${name}”.` }
  })

/** By name, in whichever letter case, or id. @throws Refused `template_not_found` */
async function findTemplate(client: DeskClient, nameOrId: string): Promise<Template> {
  const { templates } = await client.templates.list({})
  const wanted = nameOrId.trim().toLowerCase()
  const found = templates.find(({ id }) => id === wanted) ?? templates.find(({ name }) => name.toLowerCase() === wanted)
  if (found === undefined)
    throw new Refused('template_not_found', `There is no template “${nameOrId.trim()}”. “templates list” shows them.`)
  return found
}

/** A template for programs. */
function templateView({ lastUsedAt, createdAt, updatedAt, ...template }: Template) {
  return {
    ...template,
    lastUsedAt: lastUsedAt === null ? null : isoTime(lastUsedAt),
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  }
}
