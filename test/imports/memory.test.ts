import { describe, expect, it } from 'vitest'
import { expectConsistent } from './consistency.ts'
import { givenImports } from './desk.ts'

describe('the next file', () => {
  it('with the same headers in another order is read as the last one was', async () => {
    const { commit, preview } = await givenImports()
    await commit('Ref,Contact me,Mobil,Hem\nMaja,x,0701740605,08-465 004 02\n', {
      columns: [
        { meaning: 'name', label: '' },
        { meaning: 'skip', label: '' },
        { meaning: 'field', label: 'Old mobile' },
        { meaning: 'number', label: 'home' },
      ],
      country: 'SE',
      onDuplicate: 'fill',
    })
    const { options } = await preview('Hem,Mobil,Ref,Contact me\n08-465 004 03,0701740605,Karl,y\n')
    expect(options).toMatchObject({
      columns: [
        { meaning: 'number', label: 'home' },
        { meaning: 'field', label: 'Old mobile' },
        { meaning: 'name', label: '' },
        { meaning: 'skip', label: '' },
      ],
      country: 'SE',
      onDuplicate: 'fill',
    })
    // Another set of headers is another file.
    expect((await preview('Mobil,Ref\n0701740605,Karl\n')).options.onDuplicate).toBe('skip')
  })

  it('remembers the country, and headers that are there twice by their order', async () => {
    const { commit, preview } = await givenImports()
    await commit('Name,Phone,Phone\nMaja,06 12345678,x\n', {
      country: 'NL',
      columns: [
        { meaning: 'name', label: '' },
        { meaning: 'number', label: 'mobile' },
        { meaning: 'skip', label: '' },
      ],
    })
    const { options, rows } = await preview('Phone,Name,Phone\n06 12345679,Karl,y\n')
    expect(options.country).toBe('NL')
    expect(options.columns.map(({ meaning }) => meaning)).toEqual(['number', 'name', 'skip'])
    expect(rows[0]?.numbers[0]?.e164).toBe('+31612345679')
  })

  it('is warned of when it is the same one, until that import is taken back', async () => {
    const { commit, preview, imports, clock, stage } = await givenImports()
    const file = 'Namn,Mobil\nMaja,0701740605\nKarl,0701740606\n'
    expect((await preview(file)).importedBefore).toBeNull()
    const fileId = await stage(file, 'november.csv')
    const { importId } = await imports.commit({ fileId, options: {} })
    expect((await preview(file)).importedBefore).toEqual({ importId, fileName: 'november.csv', at: clock.now(), created: 2, updated: 0 })
    expect((await preview(`${file}Nils,0701740607\n`)).importedBefore).toBeNull()
    expect((await commit(file)).counts).toMatchObject({ rows: 2, unchanged: 2 })
    expect((await preview(file)).importedBefore).toMatchObject({ created: 0 })
    await imports.undo({ importId: (await imports.list())[0]?.id ?? '' })
    await imports.undo({ importId })
    expect((await preview(file)).importedBefore).toBeNull()
  })

  it('can be the rows the last one left out, once they are mended', async () => {
    const { commit, imports, preview, contacts } = await givenImports()
    const hard = '"=cmd|, ""x""\nline"'
    const done = await commit(`Bil;Namn;Mobil;Anteckningar\nVolvo;Maja;0701740605;\nSaab;Karl;ring;${hard}\n;Elsa;;+1 not a number\n`, {
      onDuplicate: 'fill',
    })
    expect(done.counts).toMatchObject({ created: 1, rejected: 2 })
    const { text, count, next } = await imports.exportRejects({ importId: done.importId })
    expect([count, next]).toEqual([2, null])
    expect(text.split('\r\n')[0]).toBe('\ufeffRow left out;Why it was left out;Bil;Namn;Mobil;Anteckningar')

    const mended = text.replace('ring', '0701740606').replace('Elsa;;', 'Elsa;0701740607;')
    const said = await preview(mended)
    expect(said.options.onDuplicate).toBe('fill')
    expect(said.options.columns.slice(0, 2).map(({ meaning }) => meaning)).toEqual(['skip', 'skip'])
    const again = await commit(mended)
    expect(again.counts).toMatchObject({ rows: 2, created: 2, rejected: 0 })
    const { contacts: all } = await contacts.list({ limit: 10 })
    expect(all.map(({ name, notes, fields, numbers }) => [name, notes, fields, numbers[0]?.e164])).toEqual([
      ['Elsa', '+1 not a number', {}, '+46701740607'],
      ['Karl', '=cmd|, "x"\nline', { Bil: 'Saab' }, '+46701740606'],
      ['Maja', '', { Bil: 'Volvo' }, '+46701740605'],
    ])
    // Rows left out of a file of rows left out do not get the two columns twice.
    const still = await commit(text)
    expect((await imports.exportRejects({ importId: still.importId })).text.split('\r\n')[0]).toBe(
      '\ufeffRow left out;Why it was left out;Bil;Namn;Mobil;Anteckningar',
    )
  })

  it('gets headers when the one with the rows left out had none, and the rows come in pieces', async () => {
    const { commit, imports } = await givenImports()
    const rows = Array.from({ length: 4_100 }, (_, index) => `Person Holm,${index === 0 ? '0701740605' : 'ring'}`)
    const { importId, counts } = await commit(`${rows.join('\n')}\n`, { hasHeader: false })
    expect(counts.rejected).toBe(4_099)
    const parts: string[] = []
    for (let afterRow: number | null = 0; afterRow !== null;) {
      const piece: { text: string; next: number | null } = await imports.exportRejects({ importId, afterRow })
      parts.push(piece.text)
      afterRow = piece.next
    }
    const text = parts.join('')
    expect(text.startsWith('\ufeffRow left out,Why it was left out,Name,Phone\r\n')).toBe(true)
    let at = 40_700
    const again = await commit(text.replaceAll(',ring', () => `,07017${(at += 1)}`))
    expect(again.counts).toMatchObject({ rows: 4_099, created: 4_099 })
  })
})

describe('an import', () => {
  it('with "fill" writes only where nothing is', async () => {
    const { commit, contacts, imports, preview } = await givenImports()
    await contacts.create({ name: 'Maja', company: '', notes: 'old friend', numbers: [{ number: '0701740605', label: 'mobile' }] })
    await commit('Namn,Mobil,Bil\nMaja,0701740605,Saab\n', { onDuplicate: 'fill' })
    const before = await contacts.list({ limit: 10 })
    const file = 'Namn,Mobil,Företag,Anteckningar,Bil,Ort\nMaja Öberg,0701740605; 0701740699,Åkeri,new,Volvo,Lund\n'
    expect((await preview(file, { onDuplicate: 'fill' })).rows[0]?.reason).toBe(
      'Already here as Maja. Changes: company, Ort, +46 70 174 06 99.',
    )
    const { importId } = await commit(file, { onDuplicate: 'fill' })
    expect((await contacts.list({ limit: 1 })).contacts[0]).toMatchObject({
      name: 'Maja',
      company: 'Åkeri',
      notes: 'old friend',
      fields: { Bil: 'Saab', Ort: 'Lund' },
      numbers: [{ e164: '+46701740605' }, { e164: '+46701740699' }],
    })
    expect((await commit(file, { onDuplicate: 'fill' })).counts).toMatchObject({ unchanged: 1 })
    await imports.undo({ importId })
    expect(await contacts.list({ limit: 10 })).toEqual(before)
  })

  it('never loosens an opt-out, nor does taking it back', async () => {
    const { commit, imports, db } = await givenImports()
    const insert = db.prepare(`INSERT INTO opt_outs (e164, source, evidence, at) VALUES (?, 'reply', 'STOP', 1)`)
    for (const number of ['+46701740605', '+46701740606']) insert.run(number)
    const optOuts = () => db.prepare('SELECT * FROM opt_outs ORDER BY e164').all()
    const before = optOuts()
    for (const onDuplicate of ['skip', 'fill', 'update'] as const) {
      const { importId } = await commit('Namn,Mobil,Opt-out,Consent\nMaja,0701740605,no,yes\nKarl,0701740606,,\n', { onDuplicate })
      expect(optOuts()).toEqual(before)
      await imports.undo({ importId })
      expect(optOuts()).toEqual(before)
    }
    expect(db.prepare(`SELECT count(*) AS n FROM consent_events WHERE kind <> 'opt_out'`).get()).toEqual({ n: 0 })
    expectConsistent(db)
  })
})
