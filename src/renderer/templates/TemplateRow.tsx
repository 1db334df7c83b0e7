import { ActionIcon, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Template } from '../../shared/contract/templates.ts'
import { goTo, hashFor } from '../app/routes.ts'
import { Icon } from '../components/Icon.tsx'
import { momentWords, plural } from '../components/times.ts'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { sayWithUndo } from '../components/undo-toast.tsx'
import { useHost } from '../host/HostProvider.tsx'

/** One template: its name and text, how often it was used, and what can be done with it. */
export function TemplateRow({ template, now }: { template: Template; now: number }) {
  const { client, queries } = useHost()
  const { id, name, text, uses, lastUsedAt } = template
  const duplicate = useMutation(
    queries.templates.duplicate.mutationOptions({ onSuccess: (copy) => sayDone(`“${copy.name}” was added.`), onError: sayFailed }),
  )
  const remove = useMutation(
    queries.templates.remove.mutationOptions({
      onSuccess: () =>
        sayWithUndo(`“${name}” was removed.`, async () => {
          await client.templates.undoRemove({ id })
          return `“${name}” is back.`
        }),
      onError: sayFailed,
    }),
  )
  return (
    <li className="template-item">
      <a className="template-link" href={hashFor('settings', 'templates', id)}>
        <b className="people-line">{name}</b>
        <span className="template-text people-line">{text.replaceAll(/\s+/g, ' ')}</span>
        <span className="template-uses num">
          {lastUsedAt === null ? 'Not used yet' : `Used ${plural(uses, 'time', 'times')}, last ${momentWords(lastUsedAt, now)}`}
        </span>
      </a>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={`What to do with ${name}`}>
            <Icon name="more" size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => goTo('settings', 'templates', id)}>Edit</Menu.Item>
          <Menu.Item onClick={() => duplicate.mutate({ id })}>Duplicate</Menu.Item>
          <Menu.Item onClick={() => remove.mutate({ id })}>Remove</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}
