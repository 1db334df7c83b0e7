import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createImportService } from '../../src/main/imports/service.ts'
import type { ImportOptions } from '../../src/shared/contract/imports.ts'
import { importPreview } from '../../src/shared/contract/imports.ts'
import { givenImports } from './desk.ts'

const NAMES = 'Namn,Mobil,Bil\n'

describe('importing a file', () => {
  it('creates, counts and keeps the rows it left out', async () => {
    const { commit, people, imports, clock } = await givenImports()
    const done = await commit(`${NAMES}Maja,0701740605,Volvo\nKarl,ring,\nElsa,0701740607,\nMaja,+46701740605,Saab\n,,Opel\n`)
    expect(done.counts).toEqual({ rows: 5, created: 2, updated: 0, unchanged: 0, duplicates: 1, rejected: 2 })
    expect(done.rejects).toEqual([
      { row: 3, reason: 'There is no number in it.', value: 'ring' },
      { row: 6, reason: 'There is no number in this row.', value: '' },
    ])
    expect(await people()).toEqual(['Elsa +46701740607', 'Maja +46701740605'])
    expect(await imports.list()).toEqual([
      {
        id: done.importId,
        fileName: 'customers.csv',
        counts: done.counts,
        status: 'done',
        startedAt: clock.now(),
        finishedAt: expect.any(Number),
        undoneAt: null,
        undone: null,
      },
    ])
    expect(await imports.rejects({ importId: done.importId, afterRow: 3, limit: 10 })).toEqual({ rejects: [done.rejects[1]] })
    await expect(imports.rejects({ importId: '00000000-0000-7000-8000-000000000000', afterRow: 0, limit: 1 })).rejects.toMatchObject({
      code: 'import_not_found',
    })
  })

  it('changes nothing when it is done again', async () => {
    const { commit, contacts } = await givenImports()
    const file = `${NAMES}Maja,0701740605,Volvo\nElsa,0701740607; 08-465 004 02,\n`
    await commit(file)
    const before = await contacts.list({ limit: 10 })
    for (const onDuplicate of ['skip', 'update'] as const) {
      expect((await commit(file, { onDuplicate })).counts).toMatchObject({ rows: 2, unchanged: 2 })
      expect(await contacts.list({ limit: 10 })).toEqual(before)
    }
  })

  it('with "skip" leaves who is there as they are; with "update" fills and overwrites what the file says, and no more', async () => {
    const { commit, preview, contacts } = await givenImports()
    await contacts.create({
      name: 'Maja',
      company: '',
      notes: 'old friend',
      numbers: [
        { number: '0701740605', label: 'mobile' },
        { number: '08-465 004 02', label: 'home' },
      ],
    })
    const file = 'Namn,Mobil,Företag,Anteckningar,Bil\nMaja Öberg,0701740605; 0701740699,Åkeri,,Volvo\n'
    expect((await commit(file)).counts).toMatchObject({ unchanged: 1, updated: 0 })
    expect((await contacts.list({ limit: 1 })).contacts[0]).toMatchObject({ name: 'Maja', company: '', fields: {} })
    expect((await preview(file, { onDuplicate: 'update' })).rows[0]).toMatchObject({
      outcome: 'updated',
      reason: 'Already here as Maja. Changes: name, company, Bil, +46 70 174 06 99.',
    })
    expect((await commit(file, { onDuplicate: 'update' })).counts).toMatchObject({ unchanged: 0, updated: 1 })
    expect((await contacts.list({ limit: 1 })).contacts[0]).toMatchObject({
      name: 'Maja Öberg',
      company: 'Åkeri',
      notes: 'old friend',
      fields: { Bil: 'Volvo' },
      numbers: [
        { e164: '+46701740605', label: 'mobile' },
        { e164: '+46846500402', label: 'home' },
        { e164: '+46701740699', label: 'mobile' },
      ],
    })
  })

  it('knows a person by any of their numbers, once per file', async () => {
    const { commit, people } = await givenImports()
    await commit('Namn,Mobil\nMaja,0701740605; 0701740606\n')
    const { counts } = await commit('Namn,Mobil\nMaja,0701740606\nMaja,0701740605\nMaja,0701740699; 0701740605\n')
    expect(counts).toEqual({ rows: 3, created: 1, updated: 0, unchanged: 1, duplicates: 1, rejected: 0 })
    expect(await people()).toEqual(['Maja +46701740605 +46701740606', 'Maja +46701740699'])
  })

  it('knows a person by a later number only under the same name: a family shares a landline', async () => {
    const { commit, people, preview } = await givenImports()
    await commit('Namn,Mobil,Hem\nElsa Holm,0701740605,08-465 004 02\nKarl Holm,0701740606,08-465 004 02\n')
    expect(await people()).toEqual(['Elsa Holm +46701740605 +46846500402', 'Karl Holm +46701740606'])
    const next = 'Namn,Mobil,Hem\nNisse Holm,0701740607,08-465 004 02\nelsa HOLM,0701740608,08-465 004 02\n'
    expect((await preview(next)).rows.map((row) => [row.outcome, row.reason])).toEqual([
      ['created', 'Without +46 8 465 004 02, which belongs to somebody else.'],
      ['unchanged', null],
    ])
    await commit(next, { onDuplicate: 'update' })
    expect(await people()).toEqual([
      'elsa HOLM +46701740605 +46846500402 +46701740608',
      'Karl Holm +46701740606',
      'Nisse Holm +46701740607',
    ])
  })

  it('does not take a person for another by a later number when the first cannot be read', async () => {
    const { commit, people, preview } = await givenImports()
    await commit('Namn,Mobil,Hem\nMaja Öberg,0701740605,08-465 004 02\n')
    const maja = 'Maja Öberg,0701740605,\n'
    const karl = 'Karl Lindgren,"4,67E+10",08-465 004 02\n'
    // With Maja first, her landline is known from the file too.
    for (const file of [`${maja}${karl}`, `${karl}${maja}`]) {
      for (const onDuplicate of ['skip', 'update'] as const) {
        const said = await preview(`Namn,Mobil,Hem\n${file}`, { onDuplicate })
        expect(said.counts).toEqual({ rows: 2, created: 1, updated: 0, unchanged: 1, duplicates: 0, rejected: 0 })
        expect(said.rows.find((row) => row.name === 'Karl Lindgren')).toMatchObject({
          outcome: 'created',
          reason: 'Without +46 8 465 004 02, which belongs to somebody else.',
        })
      }
    }
    const twice = `Namn,Mobil,Hem\n${karl}${karl}`
    expect((await commit(twice, { onDuplicate: 'update' })).counts).toMatchObject({ rows: 2, created: 1, duplicates: 1 })
    expect((await commit(twice, { onDuplicate: 'update' })).counts).toMatchObject({ rows: 2, unchanged: 1, duplicates: 1 })
    expect(await people()).toEqual(['Karl Lindgren', 'Maja Öberg +46701740605 +46846500402'])
  })

  it('says whose number it is when the file has another name for it', async () => {
    const { commit, preview } = await givenImports()
    await commit(`${NAMES}Astrid Lindqvist,0701740605,\n`)
    const seen = async (onDuplicate: 'skip' | 'update') => (await preview(`${NAMES}Bo Ek,0701740605,\n`, { onDuplicate })).rows[0]
    expect(await seen('skip')).toMatchObject({ outcome: 'unchanged', reason: 'Already here as Astrid Lindqvist.' })
    expect(await seen('update')).toMatchObject({ outcome: 'updated', reason: 'Already here as Astrid Lindqvist. Changes: name.' })
  })

  it('does what the preview said, and the counts always add up', async () => {
    const { commit, preview, contacts } = await givenImports()
    const number = fc.integer({ min: 5, max: 25 }).map((end) => `07017406${String(end).padStart(2, '0')}`)
    const cell = fc.oneof(
      { weight: 6, arbitrary: number },
      { weight: 1, arbitrary: fc.constantFrom('', 'ring', '4,67E+10', '08-465 004 02') },
      { weight: 2, arbitrary: fc.tuple(number, number).map((pair) => pair.join(' ::: ')) },
    )
    const row = fc.tuple(fc.constantFrom('Maja', 'Karl', 'Elsa', ''), cell, cell, fc.constantFrom('Volvo', 'Saab', ''))
    const options = fc.constantFrom<ImportOptions>({ onDuplicate: 'skip' }, { onDuplicate: 'update' }, {})
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), options, async (rows, chosen) => {
        const file = `Namn,Mobil,Telefon,Bil\n${rows.map((cells) => cells.map((value) => `"${value}"`).join(',')).join('\n')}\n`
        const filled = rows.filter((cells) => cells.some((value) => value !== '')).length
        if (filled === 0) return
        const said = await preview(file, chosen)
        const done = await commit(file, chosen)
        expect(done.counts).toEqual(said.counts)
        const { rows: all, created, updated, unchanged, duplicates, rejected } = done.counts
        expect(all).toBe(filled)
        expect(created + updated + unchanged + duplicates + rejected).toBe(all)
        expect(done.rejects).toEqual(said.rejects)
        const everyone = (await contacts.list({ limit: 500 })).contacts.flatMap((person) => person.numbers.map((each) => each.e164))
        expect(new Set(everyone).size).toBe(everyone.length)
      }),
      { numRuns: 60 },
    )
  })

  it('decides by the people as they are when it writes, not as they were in the preview', async () => {
    const { imports, stage, contacts } = await givenImports()
    const fileId = await stage(`${NAMES}Maja,0701740605,\n`)
    expect((await imports.preview({ fileId, options: {} })).counts).toMatchObject({ created: 1 })
    await contacts.create({ name: 'Maja', company: '', notes: '', numbers: [{ number: '0701740605', label: '' }] })
    expect((await imports.commit({ fileId, options: {} })).counts).toMatchObject({ created: 0, unchanged: 1 })
  })

  it('previews what fits the contract, and writes nothing', async () => {
    const { preview, db, people } = await givenImports()
    const rows = Array.from({ length: 400 }, (_, index) =>
      index % 2 === 0 ? `Person ${index},ring,${'long '.repeat(200)}` : `Person ${index},07017${40_600 + index},x`,
    )
    const seen = await preview(`${NAMES}${rows.join('\n')}\n`)
    expect(importPreview.parse(seen)).toEqual(seen)
    expect(seen.rows).toHaveLength(50)
    expect(seen.rejects).toHaveLength(200)
    expect(seen.counts).toMatchObject({ rows: 400, created: 200, rejected: 200 })
    expect(await people()).toEqual([])
    expect(db.prepare('SELECT count(*) AS n FROM imports').get()).toEqual({ n: 0 })
  })

  it('takes hostile names for what they are: data', async () => {
    const { commit, contacts, db } = await givenImports()
    const naughty = JSON.parse(
      readFileSync(createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json'), 'utf8'),
    ) as string[]
    const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
    const file = `Namn,Mobil,Bil\n${naughty.map((name, index) => `${quoted(name)},+46701${String(740_000 + index)},${quoted(name)}`).join('\r\n')}\r\n`
    const { counts } = await commit(file, { hasHeader: true })
    expect(counts).toMatchObject({ rows: naughty.length, created: naughty.length })
    const kept = (await contacts.list({ limit: 500 })).contacts
    expect(kept.length).toBe(Math.min(500, naughty.length))
    const names = new Set(
      db
        .prepare<[], { name: string }>('SELECT name FROM contacts')
        .all()
        .map((row) => row.name),
    )
    // What needs no cleaning is kept to the letter.
    const clean = naughty.filter((name) => /^(?!')[!-~]+(?: [!-~]+)*$/.test(name) && name.length <= 500)
    expect(clean.length).toBeGreaterThan(150)
    for (const name of clean) expect(names.has(name), name).toBe(true)
    expect(db.prepare("INSERT INTO contacts_fts (contacts_fts) VALUES ('integrity-check')").run().changes).toBeDefined()
  })

  it('leaves a name out that is longer than a name may be', async () => {
    const { commit, people } = await givenImports()
    const { rejects, counts } = await commit(`${NAMES}${'ö'.repeat(10_000)},0701740605,\n${'å'.repeat(500)},0701740606,\n`)
    expect(counts).toMatchObject({ created: 1, rejected: 1 })
    expect(rejects[0]).toMatchObject({ row: 2, reason: expect.stringContaining('longer than 500') })
    expect(await people()).toEqual([`${'å'.repeat(500)} +46701740606`])
  })

  it('says how far it is, and that people changed', async () => {
    const { commit, heard, clock } = await givenImports()
    await commit(`${NAMES}${Array.from({ length: 3_000 }, (_, index) => `P${index},+4670${1_740_600 + index},`).join('\n')}\n`)
    const progress = heard.filter((event) => event.kind === 'importProgress')
    const rows = progress.map((event) => event.rows)
    expect(rows).toEqual([...rows].sort((a, b) => a - b))
    expect(rows.at(-1)).toBe(3_000)
    expect(progress.at(-1)?.total).toBe(3_000)
    await clock.advance(100)
    expect(heard.at(-1)).toMatchObject({ kind: 'changed', changes: expect.arrayContaining([{ topic: 'imports' }, { topic: 'contacts' }]) })
  })
})

describe('taking an import back', () => {
  it('removes whom it created and restores whom it changed, to the letter', async () => {
    const { commit, contacts, imports } = await givenImports()
    await contacts.create({ name: 'Maja', company: 'Åkeri', notes: 'n', numbers: [{ number: '0701740605', label: 'mobile' }] })
    const before = await contacts.list({ limit: 10 })
    const { importId } = await commit(`${NAMES}Maja Öberg,0701740605; 0701740606,Volvo\nKarl,0701740607,\n`, { onDuplicate: 'update' })
    expect(await contacts.list({ limit: 10 })).not.toEqual(before)
    expect(await imports.undo({ importId })).toEqual({ removed: 1, restored: 1, leftAlone: 0, left: [] })
    expect(await contacts.list({ limit: 10 })).toEqual(before)
    expect((await imports.list())[0]).toMatchObject({ id: importId, status: 'undone', undoneAt: expect.any(Number) })
    await expect(imports.undo({ importId })).rejects.toMatchObject({ code: 'import_already_undone' })
    await expect(imports.undo({ importId: '00000000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'import_not_found' })
  })

  it('leaves people alone who were edited since, counts them, and forgets those who were removed', async () => {
    const { commit, contacts, imports, people } = await givenImports()
    await contacts.create({ name: 'Elsa', company: '', notes: '', numbers: [{ number: '0701740608', label: '' }] })
    const { importId } = await commit(`${NAMES}Maja,0701740605,\nKarl,0701740606,\nNils,0701740607,\nElsa H,0701740608,\n`, {
      onDuplicate: 'update',
    })
    const all = (await contacts.list({ limit: 10 })).contacts
    for (const person of all) {
      if (person.name === 'Maja' || person.name === 'Elsa H')
        await contacts.update({
          id: person.id,
          name: `${person.name}!`,
          company: '',
          notes: '',
          numbers: person.numbers.map(({ e164, label }) => ({ number: e164, label })),
        })
      if (person.name === 'Karl') await contacts.remove({ selection: { kind: 'some', ids: [person.id] } })
    }
    const undone = await imports.undo({ importId })
    expect(undone).toMatchObject({ removed: 1, restored: 0, leftAlone: 2 })
    expect(undone.left.map(({ id, name, number }) => [all.some((person) => person.id === id), name, number])).toEqual([
      [true, 'Elsa H!', '+46701740608'],
      [true, 'Maja!', '+46701740605'],
    ])
    expect((await imports.list())[0]?.undone).toEqual({ removed: 1, restored: 0, leftAlone: 2 })
    expect(await people()).toEqual(['Elsa H! +46701740608', 'Maja! +46701740605'])
  })

  it('goes backwards through several imports, within one instant too', async () => {
    const { commit, imports, people } = await givenImports()
    const one = await commit(`${NAMES}Maja,0701740605,\n`)
    const two = await commit(`${NAMES}Maja Ö,0701740605,Volvo\n`, { onDuplicate: 'update' })
    const three = await commit(`${NAMES}Maja Öberg,0701740605,Saab\n`, { onDuplicate: 'update' })
    expect(await imports.undo({ importId: three.importId })).toMatchObject({ restored: 1 })
    expect(await people()).toEqual(['Maja Ö +46701740605'])
    expect(await imports.undo({ importId: two.importId })).toMatchObject({ restored: 1 })
    expect(await imports.undo({ importId: one.importId })).toMatchObject({ removed: 1 })
    expect(await people()).toEqual([])
  })

  it('in another order leaves alone whom a later import changed', async () => {
    const { commit, imports, people } = await givenImports()
    const one = await commit(`${NAMES}Maja,0701740605,\n`)
    await commit(`${NAMES}Maja Ö,0701740605,Volvo\n`, { onDuplicate: 'update' })
    expect(await imports.undo({ importId: one.importId })).toMatchObject({
      removed: 0,
      restored: 0,
      leftAlone: 1,
      left: [{ name: 'Maja Ö' }],
    })
    expect(await people()).toEqual(['Maja Ö +46701740605'])
  })

  it('keeps conversations', async () => {
    const { commit, imports, db } = await givenImports()
    const { importId } = await commit(`${NAMES}Maja,0701740605,\n`)
    db.prepare("INSERT INTO conversations (id, peer, peer_kind, last_at, created_at) VALUES ('c', '+46701740605', 'number', 1, 1)").run()
    await imports.undo({ importId })
    expect(db.prepare('SELECT peer FROM conversations').all()).toEqual([{ peer: '+46701740605' }])
  })

  it('gives back exactly what was there, whatever was imported', async () => {
    const { commit, contacts, imports } = await givenImports()
    const row = fc.tuple(
      fc.constantFrom('Maja', 'Karl', ''),
      fc.integer({ min: 10, max: 20 }),
      fc.integer({ min: 10, max: 20 }),
      fc.constantFrom('Volvo', ''),
    )
    const file = fc
      .array(row, { minLength: 1, maxLength: 12 })
      .map((rows) => `Namn,Mobil,Bil\n${rows.map(([name, a, b, car]) => `${name},07017406${a};07017406${b},${car}`).join('\n')}\n`)
    await fc.assert(
      fc.asyncProperty(file, file, async (first, second) => {
        const options = { delimiter: ',', onDuplicate: 'update' } as const
        const kept = await commit(first, options)
        const before = await contacts.list({ limit: 500 })
        const { importId } = await commit(second, options)
        await imports.undo({ importId })
        expect(await contacts.list({ limit: 500 })).toEqual(before)
        await imports.undo({ importId: kept.importId })
        expect((await contacts.list({ limit: 1 })).total.count).toBe(0)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a file on its way in', () => {
  it('is taken in order, to its size, and not used before it is whole', async () => {
    const { imports } = await givenImports()
    const bytes = Buffer.from(`${NAMES}Maja,0701740605,\n`)
    const data = (from: number, to?: number) => bytes.subarray(from, to).toString('base64')
    const { fileId } = await imports.beginFile({ name: 'a.csv', size: bytes.length })
    expect(await imports.appendFile({ fileId, offset: 0, data: data(0, 10) })).toEqual({ received: 10 })
    await expect(imports.appendFile({ fileId, offset: 0, data: data(0, 10) })).rejects.toMatchObject({ code: 'file_offset' })
    await expect(imports.appendFile({ fileId, offset: 11, data: data(11) })).rejects.toMatchObject({ code: 'file_offset' })
    await expect(imports.preview({ fileId, options: {} })).rejects.toMatchObject({ code: 'file_incomplete' })
    await expect(imports.commit({ fileId, options: {} })).rejects.toMatchObject({ code: 'file_incomplete' })
    await expect(imports.appendFile({ fileId, offset: 10, data: Buffer.alloc(bytes.length).toString('base64') })).rejects.toMatchObject({
      code: 'file_too_long',
    })
    await imports.appendFile({ fileId, offset: 10, data: data(10) })
    expect((await imports.preview({ fileId, options: {} })).fileName).toBe('a.csv')
  })

  it('is written piece after piece though they arrive at once', async () => {
    const { imports } = await givenImports()
    const bytes = Buffer.from(`${NAMES}Maja,0701740605,\n`)
    const { fileId } = await imports.beginFile({ name: 'a.csv', size: bytes.length })
    await Promise.all([...bytes].map((byte, offset) => imports.appendFile({ fileId, offset, data: Buffer.of(byte).toString('base64') })))
    expect((await imports.commit({ fileId, options: {} })).counts.created).toBe(1)
  })

  it('is gone once imported or discarded', async () => {
    const { imports, stage, dataFolder } = await givenImports()
    const imported = await stage(`${NAMES}Maja,0701740605,\n`)
    const discarded = await stage(`${NAMES}Karl,0701740606,\n`)
    await imports.commit({ fileId: imported, options: {} })
    expect(await imports.discardFile({ fileId: discarded })).toEqual({ discarded: true })
    expect(await imports.discardFile({ fileId: discarded })).toEqual({ discarded: false })
    for (const fileId of [imported, discarded, crypto.randomUUID()]) {
      await expect(imports.preview({ fileId, options: {} })).rejects.toMatchObject({ code: 'file_not_found' })
      await expect(imports.appendFile({ fileId, offset: 0, data: '' })).rejects.toMatchObject({ code: 'file_not_found' })
    }
    expect(readdirSync(join(dataFolder, 'staging'))).toEqual([])
  })

  it('is not left behind by a process that ended', async () => {
    const { dependencies, dataFolder, imports } = await givenImports()
    await imports.close()
    const staging = join(dataFolder, 'staging')
    mkdirSync(staging, { recursive: true })
    writeFileSync(join(staging, 'left-over'), 'customers')
    const next = createImportService(dependencies)
    await next.beginFile({ name: 'a.csv', size: 1 })
    expect(existsSync(join(staging, 'left-over'))).toBe(false)
    await next.close()
    expect(existsSync(staging)).toBe(false)
  })

  it('gives place when too many were left by windows that went away', async () => {
    const { imports, stage, dataFolder } = await givenImports()
    const first = await stage(`${NAMES}Maja,0701740605,\n`)
    for (let index = 0; index < 8; index += 1) await stage(`${NAMES}Maja,0701740605,\n`)
    expect(readdirSync(join(dataFolder, 'staging'))).toHaveLength(8)
    await expect(imports.preview({ fileId: first, options: {} })).rejects.toMatchObject({ code: 'file_not_found' })
  })

  it('is imported once at a time', async () => {
    const { imports, stage, people } = await givenImports()
    const fileId = await stage(`${NAMES}Maja,0701740605,\n`)
    const results = await Promise.allSettled([imports.commit({ fileId, options: {} }), imports.commit({ fileId, options: {} })])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'import_running' })
    expect(await people()).toHaveLength(1)
  })
})
