import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customers, everybody, expectConsistent } from './consistency.ts'
import { givenImports } from './desk.ts'

const PERSON = { company: '', notes: '' }

describe('while an import runs', () => {
  it('that is cancelled at any moment, whatever was here stays as it was', { timeout: 60_000 }, async () => {
    const { imports, stage, dependencies, db, commit } = await givenImports()
    await commit(customers(2_000).replaceAll('Person', 'Old friend').replaceAll('Volvo', ''))
    const before = everybody(db)
    const content = `${customers(5_000)}No number,,\n`
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.constantFrom('skip', 'fill', 'update'), async (stopAt, onDuplicate) => {
        const fileId = await stage(content)
        let reports = 0
        const stop = dependencies.events.subscribe((event) => {
          if (event.kind !== 'importProgress') return
          reports += 1
          if (reports === stopAt) void imports.cancel({ fileId })
        })
        const result = await imports.commit({ fileId, options: { onDuplicate } }).then(
          ({ importId }) => importId,
          (error: unknown) => {
            expect(error).toMatchObject({ code: 'import_cancelled' })
            return null
          },
        )
        stop()
        if (result !== null) await imports.undo({ importId: result })
        expect(everybody(db)).toEqual(before)
        expectConsistent(db)
        expect(
          db.prepare(`SELECT count(*) AS n FROM import_rejects r JOIN imports i ON i.id = r.import_id WHERE i.status = 'cancelled'`).get(),
        ).toEqual({ n: 0 })
        await imports.discardFile({ fileId })
      }),
      { numRuns: 15 },
    )
    expect(await imports.cancel({ fileId: crypto.randomUUID() })).toEqual({ cancelled: false })
  })

  it('everything else goes on between its chunks, and nobody of it is listed or can be changed', async () => {
    const { imports, stage, dependencies, db, contacts, store } = await givenImports()
    const fileId = await stage(customers(6_000))
    const done: string[] = []
    const work: Promise<void>[] = []

    async function workByHand(): Promise<void> {
      const numbers = [{ number: '+46701740001', label: '' }]
      const person = await contacts.create({ ...PERSON, name: 'By hand', numbers })
      done.push('created')
      expect((await contacts.list({ limit: 10 })).contacts.map(({ name }) => name)).toEqual(['By hand'])
      await contacts.update({ ...PERSON, id: person.id, name: 'By hand, changed', numbers })
      done.push('changed')
      const { id } = db.prepare<[], { id: string }>(`SELECT id FROM contacts WHERE name = 'Person 7'`).get() ?? { id: '' }
      await expect(contacts.update({ ...PERSON, id, name: 'Too early', numbers: [] })).rejects.toMatchObject({ code: 'import_running' })
    }

    async function claim(): Promise<void> {
      await store.outbox.counts()
      done.push('counted')
    }

    const stop = dependencies.events.subscribe((event) => {
      if (event.kind === 'importProgress' && event.rows === 1_500) work.push(workByHand(), claim())
    })
    const committing = imports.commit({ fileId, options: {} }).then((committed) => {
      done.push('imported')
      return committed
    })
    const { counts, importId } = await committing
    stop()
    await Promise.all(work)
    expect(done.at(-1)).toBe('imported')
    expect(new Set(done)).toEqual(new Set(['created', 'changed', 'counted', 'imported']))
    expect(counts.rows).toBe(6_000)
    expect(counts.created + counts.unchanged).toBe(6_000)
    expectConsistent(db)
    expect(await imports.undo({ importId })).toMatchObject({ removed: counts.created, leftAlone: 0 })
    expect((await contacts.list({ limit: 10 })).contacts.map(({ name }) => name)).toEqual(['By hand, changed'])
    expectConsistent(db)
  })

  it('who was changed by hand after their row is left alone when it is cancelled', async () => {
    const { imports, stage, dependencies, db, contacts } = await givenImports()
    const maja = await contacts.create({ ...PERSON, name: 'Maja', numbers: [{ number: '+46701740000', label: '' }] })
    const fileId = await stage(customers(5_000))
    let edited: Promise<unknown> | null = null
    const stop = dependencies.events.subscribe((event) => {
      if (event.kind !== 'importProgress' || edited !== null || event.rows === 0) return
      edited = contacts
        .update({ ...PERSON, id: maja.id, name: 'Maja Öberg', numbers: [{ number: '+46701740000', label: '' }] })
        .then(() => imports.cancel({ fileId }))
    })
    await expect(imports.commit({ fileId, options: { onDuplicate: 'update' } })).rejects.toMatchObject({ code: 'import_cancelled' })
    await edited
    stop()
    expect((await contacts.list({ limit: 10 })).contacts.map(({ name }) => name)).toEqual(['Maja Öberg'])
    expect((await imports.list())[0]).toMatchObject({ status: 'cancelled', undone: { leftAlone: 1 } })
    expectConsistent(db)
  })

  it('another one, and taking one back, wait to be asked again', async () => {
    const { imports, stage, commit } = await givenImports()
    const before = await commit(customers(10, 1_990_000))
    const [one, other] = [await stage(customers(3_000)), await stage(customers(3_000, 1_800_000))]
    const first = imports.commit({ fileId: one, options: {} })
    await expect(imports.commit({ fileId: other, options: {} })).rejects.toMatchObject({ code: 'import_running' })
    await expect(imports.undo({ importId: before.importId })).rejects.toMatchObject({ code: 'import_running' })
    expect((await first).counts.created).toBe(3_000)
    expect((await imports.commit({ fileId: other, options: {} })).counts.created).toBe(3_000)
    expect(await imports.undo({ importId: before.importId })).toMatchObject({ removed: 10 })
  })

  it('and the desk is closed, the rest is taken back at the next start', async () => {
    const { imports, stage, dependencies, db, store } = await givenImports()
    const fileId = await stage(customers(5_000))
    const stop = dependencies.events.subscribe((event) => {
      if (event.kind === 'importProgress' && event.rows > 1_000) void imports.close()
    })
    await expect(imports.commit({ fileId, options: {} })).rejects.toMatchObject({ code: 'import_cancelled' })
    stop()
    expect((await store.imports.list())[0]).toMatchObject({ status: 'running' })
    const { createImportService } = await import('../../src/main/imports/service.ts')
    await createImportService(dependencies).recover()
    expect((await store.imports.list())[0]).toMatchObject({ status: 'cancelled' })
    expect(db.prepare('SELECT count(*) AS n FROM contacts').get()).toEqual({ n: 0 })
    expectConsistent(db)
  })
})
