import './templates.css'
import { ActionIcon, Menu, Modal } from '@mantine/core'
import { useState } from 'react'
import { LONGEST_TEMPLATE } from '../../../../shared/contract/templates.ts'
import { Icon } from '../../../components/Icon.tsx'
import { Kbd } from '../../../components/Kbd.tsx'
import { sayDone } from '../../../components/toasts.ts'
import { useWords } from '../../../language/words.ts'
import { FieldItems } from '../../../templates/InsertField.tsx'
import { TemplateForm } from '../../../templates/TemplateForm.tsx'
import { NO_FIELDS, useOwnFields } from '../../../templates/useTemplates.ts'
import type { TemplatePicker } from './useTemplatePicker.ts'

/** The button beside the text: puts a template or a merge field in, and keeps the text as a template. */
export function TemplateMenu({ picker, text }: { picker: TemplatePicker; text: string }) {
  const words = useWords('templates')
  const [opened, setOpened] = useState(false)
  const [saving, setSaving] = useState(false)
  const own = useOwnFields(opened)
  return (
    <>
      {/* Beside its button in the page, so that it belongs to a landmark; above the head of a dialog it may open in. */}
      <Menu
        position="top-start"
        opened={opened}
        onChange={setOpened}
        withinPortal={false}
        zIndex={1_001}
        returnFocus={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <ActionIcon className="template-button" size={26} aria-label={words('menu.button')} title={words('menu.button')}>
            <Icon name="plus" size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown className="field-menu template-menu">
          <Menu.Item rightSection={<Kbd keys="/" />} onClick={picker.open}>
            {words('menu.putIn')}
          </Menu.Item>
          <Menu.Item disabled={text.trim() === ''} onClick={() => setSaving(true)}>
            {words('menu.keep')}
          </Menu.Item>
          <Menu.Divider />
          <FieldItems own={own.data?.names ?? NO_FIELDS} onInsert={picker.insert} />
        </Menu.Dropdown>
      </Menu>
      <Modal opened={saving} onClose={() => setSaving(false)} title={words('menu.keepTitle')} size={520} zIndex={1_000}>
        <TemplateForm
          initial={{ name: '', group: '', text: text.slice(0, LONGEST_TEMPLATE) }}
          onSaved={({ name }) => {
            sayDone(words('menu.kept', { name }))
            setSaving(false)
          }}
          onCancel={() => setSaving(false)}
        />
      </Modal>
    </>
  )
}
