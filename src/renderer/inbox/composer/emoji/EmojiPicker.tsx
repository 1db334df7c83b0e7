import './emoji.css'
import { ActionIcon, Popover } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Icon } from '../../../components/Icon.tsx'
import { useWords } from '../../../language/words.ts'
import { EMOJI_GROUPS, findEmoji, useEmoji, type Emoji } from './emoji.ts'

/** Emoji in a row, and the height of a row in pixels. */
const COLUMNS = 8
const ROW_HEIGHT = 36

type GroupName = (typeof EMOJI_GROUPS)[number]['name']

/** A line of the picker: the name of a group, or emoji with the place of the first in the whole list. */
type Line = { name: GroupName } | { emoji: readonly Emoji[]; first: number }

/** The button that opens the emoji, found by words or by looking. */
export function EmojiPicker({ onPick, onClosed }: { onPick: (char: string) => void; onClosed: () => void }) {
  const words = useWords('composer')
  const [opened, setOpened] = useState(false)

  function close(): void {
    setOpened(false)
    onClosed()
  }

  return (
    <Popover
      opened={opened}
      onChange={(open) => (open ? setOpened(true) : close())}
      position="top-start"
      width={312}
      offset={46}
      withinPortal={false}
      zIndex={1_001}
      trapFocus
    >
      <Popover.Target>
        <ActionIcon
          className="composer-tool"
          aria-label={words('emoji.label')}
          title={words('emoji.title')}
          onClick={() => (opened ? close() : setOpened(true))}
        >
          <Icon name="smile" size={17} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className="emoji-picker" aria-label={words('emoji.label')}>
        {opened ? (
          <Grid
            onPick={(char) => {
              onPick(char)
              close()
            }}
          />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}

function Grid({ onPick }: { onPick: (char: string) => void }) {
  const words = useWords('composer')
  const all = useEmoji(true)
  const [search, setSearch] = useState('')
  const [active, setActive] = useState(0)
  const scroller = useRef<HTMLDivElement>(null)
  const { lines, found } = useMemo(() => layOut(all, search), [all, search])
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
  })
  const current = found[active]

  useEffect(() => {
    const row = lines.findIndex((line) => 'emoji' in line && active >= line.first && active < line.first + line.emoji.length)
    if (row > 0) rows.scrollToIndex(row, { align: 'auto' })
  }, [active, lines, rows])

  function onKeyDown(event: React.KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }
    const step = steps[event.key]
    if (step !== undefined && found.length > 0) {
      event.preventDefault()
      setActive(Math.max(0, Math.min(found.length - 1, active + step)))
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault()
      onPick(current.char)
    }
  }

  return (
    <>
      <input
        className="emoji-search"
        data-autofocus
        aria-label={words('emoji.find')}
        placeholder={words('emoji.find')}
        autoComplete="off"
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
          setActive(0)
          scroller.current?.scrollTo({ top: 0 })
        }}
        onKeyDown={onKeyDown}
      />
      {/* Reachable by keyboard, since it scrolls. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={scroller} className="emoji-scroller" tabIndex={0} aria-label={words('emoji.all')}>
        <div className="emoji-all" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const line = lines[index]
            if (line === undefined) return null
            if ('name' in line) {
              return (
                <div key={line.name} className="emoji-group" style={{ transform: `translateY(${start}px)` }}>
                  {words(`emoji.group.${line.name}`)}
                </div>
              )
            }
            return line.emoji.map(({ char, label }, column) => (
              <button
                key={char}
                type="button"
                tabIndex={-1}
                aria-label={label}
                title={label}
                className="emoji-cell"
                data-active={line.first + column === active || undefined}
                style={{ transform: `translate(${column * ROW_HEIGHT}px, ${start}px)` }}
                // Keys go on working in the search field.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onPick(char)}
              >
                {char}
              </button>
            ))
          })}
        </div>
        {all.length > 0 && found.length === 0 ? <p className="emoji-none">{words('emoji.none')}</p> : null}
      </section>
      <p className="emoji-note" aria-live="polite">
        {current === undefined ? words('emoji.dearer') : current.label}
      </p>
    </>
  )
}

/** All emoji under the names of their groups; while somebody searches, those that fit. */
function layOut(all: readonly Emoji[], search: string): { lines: Line[]; found: readonly Emoji[] } {
  const found = search.trim() === '' ? all : findEmoji(all, search)
  const lines: Line[] = []
  let first = 0
  const groups =
    search.trim() === ''
      ? EMOJI_GROUPS.map(({ id, name }) => ({ name, of: found.filter(({ group }) => group === id) }))
      : [{ name: null, of: found }]
  for (const { name, of } of groups) {
    if (name !== null && of.length > 0) lines.push({ name })
    for (let from = 0; from < of.length; from += COLUMNS) {
      const emoji = of.slice(from, from + COLUMNS)
      lines.push({ emoji, first })
      first += emoji.length
    }
  }
  return { lines, found: groups.flatMap(({ of }) => of) }
}
