import { describe, expect, it } from 'vitest'
import { rejectsFile, rejectsFileName } from '../../src/renderer/import/rejects.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'

const words = createWords(await loadCatalog('en'), 'importing', 'en-GB')

describe('the file of rows left out', () => {
  it('is named after the file it comes from', () => {
    expect(rejectsFileName(words, 'kunder november.csv')).toBe('kunder november - left out.csv')
    expect(rejectsFileName(words, 'people')).toBe('people - left out.csv')
  })

  it('holds every row, however many pieces the host answers in', async () => {
    const pieces = new Map([
      [0, { text: 'Header\r\n1\r\n', count: 1, next: 7 }],
      [7, { text: '8\r\n9\r\n', count: 2, next: 9 }],
      [9, { text: '', count: 0, next: null }],
    ])
    const asked: unknown[] = []
    const file = await rejectsFile(async (input) => {
      asked.push(input)
      return pieces.get(input.afterRow) ?? Promise.reject(new Error('asked for what is not there'))
    }, 'import')
    expect(file).toEqual({ parts: ['Header\r\n1\r\n', '8\r\n9\r\n', ''], rows: 3 })
    expect(asked).toEqual([0, 7, 9].map((afterRow) => ({ importId: 'import', afterRow })))
  })
})
