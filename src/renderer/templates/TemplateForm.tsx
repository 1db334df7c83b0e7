import './templates.css'
import { Autocomplete, Button, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { LONGEST_TEMPLATE, LONGEST_TEMPLATE_NAME, type Template } from '../../shared/contract/templates.ts'
import { CallFailure } from '../components/Failure.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { insertAt } from './insert.ts'
import { InsertField } from './InsertField.tsx'
import { TemplatePreview } from './TemplatePreview.tsx'
import { useTemplates } from './useTemplates.ts'

const asCode = (text: ReactNode) => <code>{text}</code>

/** What of a template is written. */
export type Written = Pick<Template, 'name' | 'group' | 'text'>

/** Writes a template: a new one without `id`. */
export function TemplateForm({
  id,
  initial,
  withPreview = false,
  onSaved,
  onCancel,
}: {
  id?: string
  initial: Written
  withPreview?: boolean
  onSaved: (template: Template) => void
  onCancel: () => void
}) {
  const { queries } = useHost()
  const words = useWords('templates')
  const templates = useTemplates()
  const [written, setWritten] = useState(initial)
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const create = useMutation(queries.templates.create.mutationOptions({ onSuccess: onSaved }))
  const update = useMutation(queries.templates.update.mutationOptions({ onSuccess: onSaved }))
  const busy = create.isPending || update.isPending
  const noName = written.name.trim() === ''
  const noText = written.text.trim() === ''
  const groups = [...new Set((templates.data?.templates ?? []).map(({ group }) => group))].filter((group) => group !== '')
  const change = (part: Partial<Written>): void => setWritten({ ...written, ...part })

  function submit(event: FormEvent): void {
    event.preventDefault()
    // It may stand in a dialog over another form.
    event.stopPropagation()
    setTried(true)
    if (noName || noText || busy) return
    if (id === undefined) create.mutate(written)
    else update.mutate({ id, ...written })
  }

  function insert(name: string): void {
    const { selectionStart = written.text.length, selectionEnd = written.text.length } = field.current ?? {}
    const { text, caret } = insertAt(written.text, selectionStart, selectionEnd, name)
    change({ text })
    // Once the menu has given the focus back and the field has the new text.
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(caret, caret)
    })
  }

  return (
    <form
      className="template-form"
      data-with-preview={withPreview || undefined}
      onSubmit={submit}
      noValidate
      aria-label={words('form.label')}
    >
      <div className="template-fields">
        <div className="template-names">
          <TextInput
            label={words('form.name')}
            placeholder={words('form.nameExample')}
            value={written.name}
            maxLength={LONGEST_TEMPLATE_NAME}
            error={tried && noName ? words('form.nameMissing') : undefined}
            autoComplete="off"
            data-autofocus
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Autocomplete
            label={words('form.group')}
            placeholder={words('form.groupExample')}
            data={groups}
            value={written.group}
            maxLength={LONGEST_TEMPLATE_NAME}
            comboboxProps={{ zIndex: 1_001 }}
            onChange={(group) => change({ group })}
          />
        </div>
        <Textarea
          ref={field}
          label={words('form.text')}
          placeholder={words('form.textExample')}
          autosize
          minRows={4}
          maxRows={12}
          value={written.text}
          maxLength={LONGEST_TEMPLATE}
          error={tried && noText ? words('form.textMissing') : undefined}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <div className="template-tools">
          <InsertField onInsert={insert} />
          <span className="template-tip">{words.rich('form.tip', { code: asCode })}</span>
        </div>
        <CallFailure error={create.error ?? update.error} />
        <div className="template-actions">
          <Button type="submit" variant="filled" loading={busy}>
            {words('form.save')}
          </Button>
          <Button variant="subtle" onClick={onCancel}>
            {words('form.cancel')}
          </Button>
        </div>
      </div>
      {withPreview ? <TemplatePreview text={written.text} /> : null}
    </form>
  )
}
