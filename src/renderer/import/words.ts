import type { ImportCounts, ImportPreview, ImportRecord, LeftAlone, PreviewRow } from '../../shared/contract/imports.ts'
import type { Tone } from '../components/Chip.tsx'
import { countWords, momentWords, plural } from '../components/times.ts'
import type { Pace } from './pace.ts'

/** How one row's outcome is said: a chip, and where there is more to say, a note after it. */
export interface OutcomeWords {
  tone: Tone
  chip: string
  note: string | null
}

/** Words for what would happen to a row of the preview. */
export function outcomeWords(row: Pick<PreviewRow, 'outcome' | 'reason'>): OutcomeWords {
  switch (row.outcome) {
    case 'created':
      return { tone: 'ok', chip: 'new', note: row.reason }
    case 'updated':
      return { tone: 'accent', chip: 'updates', note: row.reason }
    case 'unchanged':
      return { tone: 'plain', chip: 'unchanged', note: row.reason }
    case 'duplicate':
      return { tone: 'plain', chip: 'twice in file', note: row.reason }
    case 'rejected':
      return { tone: 'bad', chip: 'left out', note: row.reason }
  }
}

/** Rows an import takes in: all but those it leaves out. */
export function rowsTaken(counts: ImportCounts): number {
  return counts.rows - counts.rejected
}

/** Whether importing would change anything at all. */
export function changesAnything(counts: ImportCounts): boolean {
  return counts.created + counts.updated > 0
}

/** The primary button: what it will do and to how many. */
export function importButton(counts: ImportCounts, locale?: string): string {
  return changesAnything(counts) ? `Import ${plural(rowsTaken(counts), 'row', 'rows', locale)}` : 'Nothing to import'
}

/** What an import did, in one line without zeros: `1 203 new · 418 updated · 12 left out`. */
export function countsLine(counts: ImportCounts, locale?: string): string {
  const parts = [
    [counts.created, 'new'],
    [counts.updated, 'updated'],
    [counts.unchanged, 'unchanged'],
    [counts.duplicates, 'repeated in the file'],
    [counts.rejected, 'left out'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${countWords(count, locale)} ${word}`)
  return said.length === 0 ? 'No rows' : said.join(' · ')
}

/** What taking an import back did. */
export interface Undone {
  removed: number
  restored: number
  leftAlone: number
  left: readonly LeftAlone[]
}

/** What taking an import back did, as sentences. */
export function undoneWords(undone: Omit<Undone, 'left'>, locale?: string): string {
  const sentences = [
    undone.removed > 0 ? `${plural(undone.removed, 'person was', 'people were', locale)} removed.` : null,
    undone.restored > 0 ? `${plural(undone.restored, 'person got', 'people got', locale)} their old details back.` : null,
    undone.leftAlone > 0
      ? `${plural(undone.leftAlone, 'person was', 'people were', locale)} left alone because someone edited them since.`
      : null,
  ].filter((sentence) => sentence !== null)
  return sentences.length === 0 ? 'The import is taken back. There was nothing to change.' : sentences.join(' ')
}

/** A past import's state: a word and the colour that goes with it. */
export function importState(status: ImportRecord['status']): { tone: Tone; word: string } {
  switch (status) {
    case 'running':
      return { tone: 'accent', word: 'running' }
    case 'done':
      return { tone: 'ok', word: 'done' }
    case 'cancelled':
      return { tone: 'plain', word: 'cancelled' }
    case 'undoing':
      return { tone: 'accent', word: 'being undone' }
    case 'undone':
      return { tone: 'plain', word: 'undone' }
  }
}

/** Whether a number was changed in more than spaces on its way from the file. */
export function isMended(raw: string, formatted: string): boolean {
  const bare = (number: string) => number.replaceAll(/\s/gu, '')
  return bare(raw) !== bare(formatted)
}

/** What an import did, as a title. */
export function doneTitle(counts: ImportCounts, locale?: string): string {
  const { created, updated } = counts
  if (created > 0 && updated > 0) return `${plural(created, 'new person', 'new people', locale)}, ${countWords(updated, locale)} updated`
  if (created > 0) return plural(created, 'new person', 'new people', locale)
  if (updated > 0) return `${plural(updated, 'person', 'people', locale)} updated`
  return 'Everybody was here already'
}

/** What taking an import back would do, before it is done. */
export function undoQuestion(counts: ImportCounts, locale?: string): string {
  const created = counts.created > 0 ? `The ${plural(counts.created, 'person it added is', 'people it added are', locale)} removed. ` : ''
  const updated =
    counts.updated > 0
      ? `The ${plural(counts.updated, 'person it changed gets', 'people it changed get', locale)} the old details back. `
      : ''
  return `${created}${updated}Anybody you edited since is left alone. Messages are not touched.`
}

/** What is going on while a file is checked, with the rows so far once the host has said so. */
export function rowsReadWords(read: { rows: number; total: number | null } | null, locale?: string): string {
  if (read === null || read.rows === 0) return 'Reading the file and checking every row…'
  if (read.total === null) return `Checking every row… ${countWords(read.rows, locale)} so far`
  return `Checking every row… ${countWords(read.rows, locale)} of ${countWords(Math.max(read.total, read.rows), locale)}`
}

/** The first sentence of a reason: in a narrow cell the rest, which says what to do, would push the row apart. */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text
}

/** How fast an import goes and how long it still takes, in figures that do not flicker. */
export function paceWords({ rowsPerSecond, secondsLeft }: Pace, locale?: string): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, rowsPerSecond))) - 1)
  const speed = `${plural(Math.max(1, Math.round(rowsPerSecond / step) * step), 'row', 'rows', locale)} a second`
  if (secondsLeft < 5) return `${speed} · a few seconds left`
  if (secondsLeft < 55) return `${speed} · about ${Math.ceil(secondsLeft / 5) * 5} seconds left`
  return `${speed} · about ${plural(Math.max(1, Math.round(secondsLeft / 60)), 'minute', 'minutes', locale)} left`
}

/** That this very file was imported before, and what came of it. */
export function importedBeforeWords(before: NonNullable<ImportPreview['importedBefore']>, now: number, locale?: string): string {
  const { created, updated } = before
  const came = [
    created > 0 ? `${plural(created, 'person', 'people', locale)} came from it` : null,
    updated > 0 ? `${plural(updated, 'person was', 'people were', locale)} changed by it` : null,
  ].filter((part) => part !== null)
  const what = came.length === 0 ? 'Nobody came from it' : came.join(' and ')
  return `This file was imported before, ${momentWords(before.at, now, locale)}, as “${before.fileName}”. ${what}. Nobody is doubled if you import it again.`
}
