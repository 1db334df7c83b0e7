import type { ImportCounts, ImportPreview, ImportRecord, LeftAlone, PreviewRow } from '../../shared/contract/imports.ts'
import type { Tone } from '../components/Chip.tsx'
import type { SaySentence } from '../language/host-sentences/createHostSentences.ts'
import type { Times } from '../language/times.ts'
import type { Words } from '../language/words.ts'
import type { Pace } from './pace.ts'
import type { FileProblem } from './upload.ts'

/** How one row's outcome is said: a chip, and where there is more to say, a note after it. */
export interface OutcomeWords {
  tone: Tone
  chip: string
  note: string | null
}

const OUTCOME_TONES: Readonly<Record<PreviewRow['outcome'], Tone>> = {
  created: 'ok',
  updated: 'accent',
  unchanged: 'plain',
  duplicate: 'plain',
  rejected: 'bad',
}

/** Words for what would happen to a row of the preview. */
export function outcomeWords(words: Words<'importing'>, row: Pick<PreviewRow, 'outcome' | 'reason'>): OutcomeWords {
  return { tone: OUTCOME_TONES[row.outcome], chip: words(`outcome.${row.outcome}`), note: row.reason }
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
export function importButton(words: Words<'importing'>, counts: ImportCounts): string {
  return changesAnything(counts) ? words('preview.importRows', { count: rowsTaken(counts) }) : words('preview.nothing')
}

/** What an import did, in one line without zeros: `1 203 new · 418 updated · 12 left out`. */
export function countsLine(words: Words<'importing'>, counts: ImportCounts): string {
  const parts = [
    [counts.created, 'counts.lineCreated'],
    [counts.updated, 'counts.lineUpdated'],
    [counts.unchanged, 'counts.lineUnchanged'],
    [counts.duplicates, 'counts.lineDuplicates'],
    [counts.rejected, 'counts.lineRejected'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, key]) => words(key, { count }))
  return said.length === 0 ? words('counts.none') : said.join(' · ')
}

/** What taking an import back did. */
export interface Undone {
  removed: number
  restored: number
  leftAlone: number
  left: readonly LeftAlone[]
}

/** What taking an import back did, as sentences. */
export function undoneWords(words: Words<'importing'>, { removed, restored, leftAlone }: Omit<Undone, 'left'>): string {
  const parts = [
    [removed, 'undo.removed'],
    [restored, 'undo.restored'],
    [leftAlone, 'undo.leftAlone'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, key]) => words(key, { count }))
  return said.length === 0 ? words('undo.nothing') : said.join(' ')
}

/** Tone of the chip that says how a past import stands. */
export const IMPORT_STATE_TONES: Readonly<Record<ImportRecord['status'], Tone>> = {
  running: 'accent',
  done: 'ok',
  cancelled: 'plain',
  undoing: 'accent',
  undone: 'plain',
}

/** Whether a number was changed in more than spaces on its way from the file. */
export function isMended(raw: string, formatted: string): boolean {
  const bare = (number: string) => number.replaceAll(/\s/gu, '')
  return bare(raw) !== bare(formatted)
}

/** What an import did, as a title. */
export function doneTitle(words: Words<'importing'>, { created, updated }: ImportCounts): string {
  if (created > 0 && updated > 0) return words('finished.both', { created, updated })
  if (created > 0) return words('finished.created', { created })
  return updated > 0 ? words('finished.updated', { updated }) : words('finished.none')
}

/** What taking an import back would do, before it is done. */
export function undoQuestion(words: Words<'importing'>, { created, updated }: ImportCounts): string {
  return [
    created > 0 ? words('undo.createdQuestion', { count: created }) : null,
    updated > 0 ? words('undo.updatedQuestion', { count: updated }) : null,
    words('undo.rest'),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ')
}

/** What is going on while a file is checked, with the rows so far once the host has said so. */
export function rowsReadWords(words: Words<'importing'>, read: { rows: number; total: number | null } | null): string {
  if (read === null || read.rows === 0) return words('preview.reading')
  const { rows, total } = read
  return total === null ? words('preview.checking', { rows }) : words('preview.checkingOf', { rows, total: Math.max(total, rows) })
}

/** The first sentence of a reason: in a narrow cell the rest, which says what to do, would push the row apart. */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text
}

/** Who is changed by a row, and what of them: "Astrid Lindqvist: company, notes". @param reason as the host says it */
export function changedWords(say: SaySentence, reason: string): string {
  const start = reason.lastIndexOf(': ') + 2
  if (start < 2 || reason.endsWith('.')) return say(reason)
  return reason.slice(0, start) + reason.slice(start).split(', ').map(say).join(', ')
}

/** How fast an import goes and how long it still takes, in figures that do not flicker. */
export function paceWords(words: Words<'importing'>, { rowsPerSecond, secondsLeft }: Pace): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, rowsPerSecond))) - 1)
  const rows = Math.max(1, Math.round(rowsPerSecond / step) * step)
  if (secondsLeft < 5) return words('progress.fewSeconds', { rows })
  if (secondsLeft < 55) return words('progress.seconds', { rows, seconds: Math.ceil(secondsLeft / 5) * 5 })
  return words('progress.minutes', { rows, minutes: Math.max(1, Math.round(secondsLeft / 60)) })
}

/** That this very file was imported before, and what came of it. */
export function importedBeforeWords(
  words: Words<'importing'>,
  times: Pick<Times, 'moment'>,
  before: NonNullable<ImportPreview['importedBefore']>,
  now: number,
): string {
  return words('preview.before', { when: times.moment(before.at, now), fileName: before.fileName, came: cameWords(words, before) })
}

function cameWords(words: Words<'importing'>, { created, updated }: { created: number; updated: number }): string {
  if (created > 0 && updated > 0) return words('preview.cameBoth', { created, updated })
  if (created > 0) return words('preview.cameNew', { created })
  return updated > 0 ? words('preview.cameChanged', { updated }) : words('preview.cameNobody')
}

/** What is wrong with a file, as a sentence. */
export function problemWords(words: Words<'importing'>, problem: FileProblem): string {
  return problem.kind === 'tooLarge' ? words('problem.tooLarge', { fileName: problem.fileName }) : words('problem.unreadable')
}
