import './file-drop.css'
import { Button } from '@mantine/core'
import { useRef, useState, type DragEvent } from 'react'
import { useWords } from '../language/words.ts'
import { Icon } from './Icon.tsx'

/** Where one file is dropped, or chosen with the button. */
export function FileDrop({
  title,
  hint,
  label,
  accept,
  onFile,
}: {
  title: string
  hint: string
  /** What the file is, for those who do not see it. */
  label: string
  /** As a file field takes it. */
  accept: string
  onFile: (file: File | undefined) => void
}) {
  const words = useWords('controls')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)

  function drag(event: DragEvent, isOver: boolean): void {
    event.preventDefault()
    setOver(isOver)
  }

  return (
    <div
      className="file-drop"
      data-over={over || undefined}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false)
        onFile(event.dataTransfer.files[0])
      }}
    >
      <Icon name="upload" size={24} />
      <b>{over ? words('letGo') : title}</b>
      <p className="sec">{hint}</p>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <Button data-autofocus onClick={() => input.current?.click()}>
        {words('chooseFile')}
      </Button>
    </div>
  )
}
