import { ActionIcon, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Template } from '../../shared/contract/templates.ts'
import { goTo, hashFor } from '../app/routes.ts'
import { Icon } from '../components/Icon.tsx'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { sayWithUndo } from '../components/undo-toast.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'

/** One template: its name and text, how often it was used, and what can be done with it. */
export function TemplateRow({ template, now }: { template: Template; now: number }) {
  const { client, queries } = useHost()
  const words = useWords('templates')
  const { moment } = useTimes()
  const { id, name, text, uses, lastUsedAt } = template
  const duplicate = useMutation(
    queries.templates.duplicate.mutationOptions({
      onSuccess: (copy) => sayDone(words('row.added', { name: copy.name })),
      onError: sayFailed,
    }),
  )
  const remove = useMutation(
    queries.templates.remove.mutationOptions({
      onSuccess: () =>
        sayWithUndo(words('row.removed', { name }), async () => {
          await client.templates.undoRemove({ id })
          return words('row.back', { name })
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
          {lastUsedAt === null ? words('row.unused') : words('row.used', { uses, moment: moment(lastUsedAt, now) })}
        </span>
      </a>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={words('row.menu', { name })}>
            <Icon name="more" size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => goTo('settings', 'templates', id)}>{words('row.edit')}</Menu.Item>
          <Menu.Item onClick={() => duplicate.mutate({ id })}>{words('row.duplicate')}</Menu.Item>
          <Menu.Item onClick={() => remove.mutate({ id })}>{words('row.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}
