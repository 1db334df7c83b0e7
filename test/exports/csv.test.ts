import { createRequire } from 'node:module'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csvHead, CSV_COLUMNS, csvMessages, isoTimeIn, type ExportRow } from '../../src/main/exports/csv.ts'

const NAUGHTY = createRequire(import.meta.url)('big-list-of-naughty-strings') as string[]

const ROW: ExportRow = {
  at: Date.parse('2026-11-22T13:05:09Z'),
  direction: 'outbound',
  kind: 'text',
  sender: 'Garage',
  recipient: '+46701740605',
  name: 'Maja Öberg',
  text: 'Your car is ready',
  status: 'delivered',
  statusAt: Date.parse('2026-11-22T13:05:12Z'),
  parts: 1,
  account: 'Front desk',
  refs: '["a-1","a-2"]',
  error: null,
}

function readBack(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv.slice(1), { delimiter: ',', skipEmptyLines: true })
  expect(errors).toEqual([])
  return data
}

describe('a file of messages', () => {
  test('has exact times with their offset, whole numbers, and a column for all that is known', () => {
    const [head, row] = readBack(
      csvHead() + csvMessages([{ ...ROW, status: 'failed', error: 'The number does not exist.' }], 'Europe/Stockholm'),
    )
    expect(head).toEqual([...CSV_COLUMNS])
    expect(row).toEqual([
      '2026-11-22T14:05:09+01:00',
      'Europe/Stockholm',
      'outbound',
      'text',
      'Garage',
      '+46701740605',
      'Maja Öberg',
      'Your car is ready',
      'failed',
      '2026-11-22T14:05:12+01:00',
      '1',
      'Front desk',
      'a-1 a-2',
      'The number does not exist.',
    ])
  })

  test('begins with the mark that has Excel read UTF-8', () => {
    expect(csvHead().charCodeAt(0)).toBe(0xfeff)
  })

  test('brings every naughty text back as it was, with nothing a spreadsheet runs', () => {
    const naughty = [...NAUGHTY, '=HYPERLINK("http://example.com")', '+1 day', '-x', '@SUM(1)', '\t=1', 'a\r\nb', "'=1", 'sep=;', '"']
    const rows = readBack(
      csvHead() +
        csvMessages(
          naughty.map((text) => ({ ...ROW, text, name: text })),
          'UTC',
        ),
    ).slice(1)
    expect(rows).toHaveLength(naughty.length)
    for (const [index, row] of rows.entries()) {
      const cell = row[7] ?? ''
      // What would be run has an apostrophe before it, which spreadsheets hide.
      expect([naughty[index], `'${naughty[index] ?? ''}`]).toContain(cell)
      expect(cell).not.toMatch(/^(?:[=@\t\r]|[+-](?!\d+$))/)
      expect(row).toHaveLength(CSV_COLUMNS.length)
    }
  })

  test('any text, name and error come back', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(fc.array(fc.record({ text, name: text, error: text }), { minLength: 1, maxLength: 10 }), (wild) => {
        const rows = readBack(
          csvHead() +
            csvMessages(
              wild.map((one) => ({ ...ROW, ...one })),
              'UTC',
            ),
        ).slice(1)
        const bare = (cell: string | undefined): string | undefined => cell?.replace(/^'(?='*[=@+\-\t\r\n])/, '')
        expect(rows.map((row) => [bare(row[7]), bare(row[6]), bare(row[13])])).toEqual(wild.map((one) => [one.text, one.name, one.error]))
      }),
    )
  })
})

describe('times in a file', () => {
  test.each([
    ['Europe/Stockholm', '2026-11-22T13:05:09Z', '2026-11-22T14:05:09+01:00'],
    ['Europe/Stockholm', '2026-07-22T13:05:09Z', '2026-07-22T15:05:09+02:00'],
    ['Asia/Kolkata', '2026-11-22T20:00:00Z', '2026-11-23T01:30:00+05:30'],
    ['America/St_Johns', '2026-01-01T01:00:00Z', '2025-12-31T21:30:00-03:30'],
    ['UTC', '1970-01-01T00:00:00Z', '1970-01-01T00:00:00+00:00'],
    // The hour that comes twice is told apart by its offset.
    ['Europe/Stockholm', '2026-10-25T00:30:00Z', '2026-10-25T02:30:00+02:00'],
    ['Europe/Stockholm', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00+01:00'],
  ])('%s: %s is written %s', (zone, at, written) => {
    expect(isoTimeIn(Date.parse(at), zone)).toBe(written)
  })

  test('each names the instant it came from, in every zone', () => {
    const zones = fc.constantFrom('Europe/Stockholm', 'Asia/Kolkata', 'America/New_York', 'Pacific/Chatham', 'Australia/Lord_Howe', 'UTC')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), zones, (seconds, zone) => {
        expect(Date.parse(isoTimeIn(seconds * 1_000, zone))).toBe(seconds * 1_000)
      }),
    )
  })
})
