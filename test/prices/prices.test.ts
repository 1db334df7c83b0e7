import { describe, expect, it } from 'vitest'
import { sendFile } from '../../src/renderer/import/upload.ts'
import { startOutboxDesk, type OutboxDesk } from '../support/outbox-desk.ts'

const startDesk = () => startOutboxDesk({ dispatch: false })

const SEK = (country: string | null, micros: number) => ({ country, micros, currency: 'SEK' })

async function take({ desk, accountId }: OutboxDesk, content: string, change: { mode?: 'replace' | 'merge'; currency?: string } = {}) {
  const fileId = await sendFile(desk.imports, new File([content], 'prices.csv'))
  const input = { accountId, fileId, currency: 'EUR', mode: 'replace' as const, ...change }
  const before = await desk.prices.list({ accountId })
  const looked = await desk.prices.importFile({ ...input, dryRun: true })
  expect(await desk.prices.list({ accountId })).toEqual(before)
  const done = await desk.prices.importFile({ ...input, dryRun: false })
  expect(looked).toEqual(done)
  expect(done.prices.length + done.repeated + done.rejected).toBe(done.rows)
  return done
}

describe('the prices of an account', () => {
  it('are set and removed by country, that of the rest last, and there after the desk was closed', async () => {
    const test = await startDesk()
    const { accountId } = test
    await test.desk.prices.set({ accountId, ...SEK(null, 900_000) })
    await test.desk.prices.set({ accountId, ...SEK('SE', 350_000) })
    await test.desk.prices.set({ accountId, ...SEK('NO', 1) })
    await test.desk.prices.set({ accountId, ...SEK('SE', 360_000) })
    const again = await test.restart()
    expect(await again.desk.prices.list({ accountId })).toEqual({ prices: [SEK('NO', 1), SEK('SE', 360_000), SEK(null, 900_000)] })
    expect(await again.desk.prices.remove({ accountId, country: 'NO' })).toEqual({ prices: [SEK('SE', 360_000), SEK(null, 900_000)] })
    expect(await again.desk.prices.remove({ accountId, country: null })).toEqual({ prices: [SEK('SE', 360_000)] })
  })

  it('belong to an account that is there', async () => {
    const { desk } = await startDesk()
    const accountId = '0190a000-0000-7000-8000-000000000001'
    await expect(desk.prices.set({ accountId, ...SEK('SE', 1) })).rejects.toMatchObject({ data: { code: 'account_not_found' } })
  })

  it.each([
    ['a negative one', SEK('SE', -1)],
    ['half a millionth', SEK('SE', 0.5)],
    ['a fortune', SEK('SE', 1_000_000_001)],
    ['no currency', { ...SEK('SE', 1), currency: 'kr' }],
  ])('are not %s', async (_what, price) => {
    const { desk, accountId } = await startDesk()
    await expect(desk.prices.set({ accountId, ...price })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })

  it('give a quote that names what has no price', async () => {
    const { desk, accountId } = await startDesk()
    await desk.prices.set({ accountId, ...SEK('SE', 350_000) })
    const texts = [
      { country: 'SE', parts: 4 },
      { country: 'NO', parts: 2 },
      { country: null, parts: 1 },
    ]
    expect(await desk.prices.quote({ accountId, texts })).toEqual({
      sums: [{ currency: 'SEK', micros: 1_400_000 }],
      unpriced: ['NO', null],
    })
  })
})

describe('a price list', () => {
  it.each([
    ['with names and decimal points', 'Country,Price,Currency\nSweden,0.035,EUR\nNorway,0.042,EUR\nOther,0.09,EUR\n'],
    ['of Excel in Swedish', '\ufeffLand;Pris (EUR);Valuta\r\nSverige;0,035;EUR\r\nNorge;0,042;EUR\r\nÖvriga länder;0,09;EUR\r\n'],
    ['with codes and no header', 'SE,0.035\nNO,0.042\n*,0.09\n'],
    ['with calling codes', 'Prefix\tRate\n+46\t€0.035\n0047\t€0.042\ndefault\t€0.09\n'],
    [
      'by network, of which the dearest counts',
      'Destination,MCC,Rate\n"Sweden - Telia",240,0.03\n"Sweden - Tre",240,0.035\nNorway (Telenor),242,0.042\nRest of world,,0.09\n',
    ],
  ])('is taken in %s', async (_what, content) => {
    const test = await startDesk()
    const done = await take(test, content)
    expect(done.rejects).toEqual([])
    const EUR = (country: string | null, micros: number) => ({ country, micros, currency: 'EUR' })
    expect(await test.desk.prices.list(test)).toEqual({ prices: [EUR('NO', 42_000), EUR('SE', 35_000), EUR(null, 90_000)] })
  })

  it('replaces what was there, or leaves what it does not have', async () => {
    const test = await startDesk()
    await take(test, 'Sweden,0.1\nNorway,0.2\n', { currency: 'SEK' })
    await take(test, 'Sweden,0.3\n', { currency: 'SEK', mode: 'merge' })
    expect(await test.desk.prices.list(test)).toEqual({ prices: [SEK('NO', 200_000), SEK('SE', 300_000)] })
    await take(test, 'Sweden,0.4\n', { currency: 'SEK' })
    expect(await test.desk.prices.list(test)).toEqual({ prices: [SEK('SE', 400_000)] })
  })

  it('says of each row that cannot be read why, and takes the others', async () => {
    const test = await startDesk()
    const done = await take(
      test,
      'Country,Price,Currency\nSweden,0.1,SEK\nAtlantis,0.2,SEK\nNorway,cheap,NOK\nDenmark,-1,DKK\n,0.3,SEK\nFinland,0.2,XX\nSweden,0.1,EUR\n',
    )
    expect(done.rejects.map(({ row, value }) => [row, value])).toEqual([
      [3, 'Atlantis'],
      [4, 'cheap'],
      [5, '-1'],
      [6, ''],
      [7, 'XX'],
      [8, 'Sweden'],
    ])
    for (const { reason } of done.rejects) expect(reason).toMatch(/^[A-Z].*\.$/)
    expect(done.prices).toEqual([SEK('SE', 100_000)])
  })

  it('without prices, or without countries, is refused in words', async () => {
    const { desk, accountId } = await startDesk()
    for (const content of ['Name,Town\nÅsa,Umeå\n', 'Town,Price\nUmeå,0.1\nLund,0.2\n']) {
      const fileId = await sendFile(desk.imports, new File([content], 'prices.csv'))
      await expect(desk.prices.importFile({ accountId, fileId, currency: 'EUR', mode: 'merge', dryRun: false })).rejects.toMatchObject({
        data: { code: 'prices_unreadable', message: expect.stringMatching(/^[A-Z].*\.$/) },
      })
    }
    expect(await desk.prices.list({ accountId })).toEqual({ prices: [] })
  })
})
