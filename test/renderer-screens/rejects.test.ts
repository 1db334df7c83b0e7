import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { allRejects, rejectsCsv, rejectsFileName } from '../../src/renderer/import/rejects.ts'

const reject = (row: number, value = '') => ({ row, reason: 'There is no number in it.', value })

describe('the file of rows left out', () => {
  it('reads back as it was, whatever the values hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ row: fc.nat(), reason: fc.string({ unit: 'grapheme' }), value: fc.string({ unit: 'grapheme' }) })),
        (rejects) => {
          const { data } = Papa.parse<string[]>(rejectsCsv(rejects), { delimiter: ',', skipEmptyLines: false })
          const rows = data.slice(1, -1)
          expect(rows).toHaveLength(rejects.length)
          for (const [at, row] of rows.entries()) {
            expect(row[0]).toBe(String(rejects[at]?.row))
            expect([rejects[at]?.value, `'${rejects[at]?.value}`]).toContain(row[2])
          }
        },
      ),
    )
  })

  it.each(['=HYPERLINK("http://example.com")', '+1+cmd', '-2+3', '@SUM(A1)', '\t=1'])('does not let %j run as a formula', (value) => {
    expect(Papa.parse<string[]>(rejectsCsv([reject(7, value)])).data[1]?.[2]).toBe(`'${value}`)
  })

  it('leaves numbers in international form as they are', () => {
    expect(rejectsCsv([reject(7, '+46 70 174 06 05')])).toContain(',+46 70 174 06 05\r\n')
  })

  it('is named after the file it comes from', () => {
    expect(rejectsFileName('kunder november.csv')).toBe('kunder november - left out.csv')
    expect(rejectsFileName('people')).toBe('people - left out.csv')
  })

  it('holds every row, however many pages the host answers in', async () => {
    const all = Array.from({ length: 12_001 }, (_, at) => reject(at * 2 + 2))
    const answer = async (input: { afterRow: number; limit: number }) => ({
      rejects: all.filter((one) => one.row > input.afterRow).slice(0, input.limit),
    })
    expect(await allRejects(answer, 'import')).toEqual(all)
    expect(await allRejects(async () => ({ rejects: [] }), 'import')).toEqual([])
  })
})
