import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { STANDARD_FIELDS } from '../../shared/templates/fields.ts'
import { Icon } from '../components/Icon.tsx'
import { useWords } from '../language/words.ts'
import { useOwnFields } from './useTemplates.ts'

/** The button that puts a merge field into a text: those everybody has, then those from imports. */
export function InsertField({ onInsert }: { onInsert: (field: string) => void }) {
  const words = useWords('templates')
  const [opened, setOpened] = useState(false)
  const own = useOwnFields(opened)
  return (
    <Menu
      position="bottom-start"
      opened={opened}
      onChange={setOpened}
      withInitialFocusPlaceholder={false}
      withinPortal={false}
      zIndex={1_001}
    >
      <Menu.Target>
        <Button size="xs" rightSection={<Icon name="chevronDown" size={13} />}>
          {words('insert.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="field-menu">
        <FieldItems own={own.data?.names ?? []} onInsert={onInsert} />
      </Menu.Dropdown>
    </Menu>
  )
}

/** The fields as items of an open menu. */
export function FieldItems({ own, onInsert }: { own: readonly string[]; onInsert: (field: string) => void }) {
  const words = useWords('templates')
  return (
    <>
      <Menu.Label>{words('insert.standard')}</Menu.Label>
      {STANDARD_FIELDS.map(({ id, name }) => (
        <Menu.Item
          key={name}
          rightSection={<span className="mut">{words(`field.${id}.meaning`)}</span>}
          onClick={() => onInsert(`{${name}}`)}
        >
          {words(`field.${id}.title`)}
        </Menu.Item>
      ))}
      {own.length === 0 ? null : <Menu.Label>{words('insert.own')}</Menu.Label>}
      {own.map((name) => (
        <Menu.Item key={name} onClick={() => onInsert(`{${name}}`)}>
          {name}
        </Menu.Item>
      ))}
    </>
  )
}
