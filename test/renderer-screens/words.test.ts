import { describe, expect, it } from 'vitest'
import type { ImportCounts } from '../../src/shared/contract/imports.ts'
import {
  changesAnything,
  countsLine,
  doneTitle,
  firstSentence,
  importButton,
  isMended,
  rowsReadWords,
  rowsTaken,
  undoQuestion,
  undoneWords,
} from '../../src/renderer/import/words.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'

const words = createWords(await loadCatalog('en'), 'importing', 'en-GB')
const november: ImportCounts = { rows: 1848, created: 1203, updated: 418, unchanged: 171, duplicates: 44, rejected: 12 }
const nothing: ImportCounts = { rows: 0, created: 0, updated: 0, unchanged: 0, duplicates: 0, rejected: 0 }

describe('words for an import', () => {
  it('names what the button will do, and to how many', () => {
    expect(rowsTaken(november)).toBe(1836)
    expect(importButton(words, november)).toBe('Import 1,836 rows')
    expect(importButton(words, { ...nothing, rows: 1, created: 1 })).toBe('Import 1 row')
  })

  it('does not offer to import what changes nothing', () => {
    const same = { ...nothing, rows: 3, unchanged: 2, rejected: 1 }
    expect(changesAnything(same)).toBe(false)
    expect(importButton(words, same)).toBe('Nothing to import')
  })

  it('leaves zeros out of the summary', () => {
    expect(countsLine(words, november)).toBe('1,203 new · 418 updated · 171 unchanged · 44 repeated in the file · 12 left out')
    expect(countsLine(words, { ...nothing, rows: 2, created: 2 })).toBe('2 new')
    expect(countsLine(words, nothing)).toBe('No rows')
  })

  it('says what undoing did: removed, restored, left alone', () => {
    expect(undoneWords(words, { removed: 1203, restored: 1, leftAlone: 3 })).toBe(
      '1,203 people were removed. 1 person got their old details back. 3 people were left alone because someone edited them since.',
    )
    expect(undoneWords(words, { removed: 0, restored: 0, leftAlone: 0 })).toContain('nothing to change')
  })

  it('asks before undoing with what will become of the people', () => {
    expect(undoQuestion(words, november)).toBe(
      'The 1,203 people it added are removed. The 418 people it changed get the old details back. Anybody you edited since is left alone. Messages are not touched.',
    )
    expect(undoQuestion(words, { ...nothing, created: 1 })).toContain('The 1 person it added is removed.')
  })

  it('sums up in the title what changed', () => {
    expect(doneTitle(words, november)).toBe('1,203 new people, 418 updated')
    expect(doneTitle(words, { ...nothing, created: 1 })).toBe('1 new person')
    expect(doneTitle(words, { ...nothing, unchanged: 3 })).toBe('Everybody was here already')
  })

  it('counts the rows while they are checked', () => {
    expect(rowsReadWords(words, null)).toBe('Reading the file and checking every row…')
    expect(rowsReadWords(words, { rows: 1000, total: 4000 })).toBe('Checking every row… 1,000 of 4,000')
    expect(rowsReadWords(words, { rows: 5000, total: 4000 })).toBe('Checking every row… 5,000 of 5,000')
  })

  it('calls a number mended when more than its spaces changed', () => {
    expect(isMended('+46 70 174 06 05', '+46 70 174 06 05')).toBe(false)
    expect(isMended('+46701740605', '+46 70 174 06 05')).toBe(false)
    expect(isMended('070-174 06 05', '+46 70 174 06 05')).toBe(true)
  })

  it('shortens a reason to its first sentence', () => {
    expect(firstSentence('Digits are lost. Format the column as text.')).toBe('Digits are lost.')
    expect(firstSentence('no full stop')).toBe('no full stop')
    expect(firstSentence('4.67E+10 is damaged. Mend it.')).toBe('4.67E+10 is damaged.')
  })
})
