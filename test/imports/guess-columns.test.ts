import { describe, expect, it } from 'vitest'
import { guessColumns, guessHeader } from '../../src/shared/import/guess-columns.ts'
import { meaningOfHeader } from '../../src/shared/import/header-words.ts'
import { fixture, givenImports } from './desk.ts'

const short = (header: string) => {
  const { meaning, label } = meaningOfHeader(header)
  return meaning === 'number' ? `number${label === '' ? '' : ` ${label}`}` : meaning
}

describe('the meaning of a header', () => {
  it.each([
    [
      'name',
      [
        'Name',
        'FULL NAME',
        'Customer',
        'Display Name',
        'Namn',
        'Kund',
        'Kundnamn',
        'Naam',
        'Klant',
        'Kunde',
        'Nom complet',
        'Navn',
        'Nimi',
        'Asiakas',
        'नाम',
      ],
    ],
    ['givenName', ['First Name', 'first_name', 'firstname', 'givenName', 'Förnamn', 'Voornaam', 'Vorname', 'Prénom', 'Fornavn', 'Etunimi']],
    ['familyName', ['Last Name', 'LastName', 'Surname', 'Efternamn', 'Achternaam', 'Nachname', 'Nom de famille', 'Etternavn', 'Sukunimi']],
    [
      'company',
      [
        'Company',
        'Organization Name',
        'Organization 1 - Name',
        'Företag',
        'Bedrijf',
        'Firma',
        'Société',
        'Bedrift',
        'Virksomhed',
        'Yritys',
        'Associated Company',
      ],
    ],
    ['notes', ['Notes', 'Anteckningar', 'Opmerkingen', 'Bemerkungen', 'Remarques', 'Merknad', 'Bemærkninger', 'Huomautus']],
    [
      'number',
      [
        'Phone',
        'Phone Number',
        'Number',
        'Contact No.',
        'Contact Number',
        'Tel',
        'Tel.',
        'Telephone',
        'Telefon',
        'Telefonnummer',
        'Tfn',
        'Telefoonnummer',
        'Rufnummer',
        'Téléphone',
        'Numéro de téléphone',
        'Tlf',
        'Tlf. nr',
        'Puhelin',
        'Puhelinnumero',
        'फ़ोन',
        'Phone 1 - Value',
        'Other Phone',
      ],
    ],
    [
      'number mobile',
      [
        'Mobile',
        'Mobile Phone',
        'Mobile No',
        'Mob No',
        'mobile_number',
        'Cell',
        'Cell Phone',
        'Mobil',
        'Mobilnummer',
        'Mobiltelefon',
        'Mobiel',
        'Handy',
        'Handynummer',
        'Portable',
        'Téléphone portable',
        'GSM',
        'Matkapuhelin',
        'WhatsApp No',
        'WhatsApp Number',
        'मोबाइल नंबर',
        'SMS',
        'Mobile Number',
      ],
    ],
    [
      'number work',
      [
        'Work Phone',
        'Business Phone',
        'Telefon arb.',
        'Telefon, arbete',
        'Telefon geschäftlich',
        'Telefoon werk',
        'Tél. bureau',
        'Business Phone 2',
      ],
    ],
    ['number home', ['Home Phone', 'Telefon bostad', 'Telefon privat', 'Telefoon thuis', 'Téléphone domicile']],
    [
      'field',
      [
        'Bil',
        'Email',
        'E-mail 1 - Value',
        'Fax',
        'Business Fax',
        'Telefax',
        'Pager',
        'Kundnummer',
        'Personnummer',
        'Order number',
        'SMS consent',
        'Phone type',
        'Mobile verified',
        'Phone country code',
        "Assistant's Phone",
        'Create Date',
        'Label',
        'Phonetic First Name',
        'Group Membership',
      ],
    ],
    ['skip', ['', '  ', 'Phone 1 - Type', 'Phone 2 - Label', 'Number 1 - Label']],
  ])('%s', (meaning, headers) => {
    for (const header of headers) expect(short(header), header).toBe(meaning)
  })
})

describe('the columns of a file', () => {
  const people = async (content: Buffer) => {
    const { preview, commit, contacts } = await givenImports()
    const { options } = await preview(content)
    await commit(content)
    const all = (await contacts.list({ limit: 50 })).contacts
    return { options, all: all.map(({ name, company, notes, numbers, fields }) => ({ name, company, notes, numbers, fields })) }
  }

  it.each(['google-2023.csv', 'google-2024.csv'])(
    'of Google Contacts (%s) give names, labelled numbers and several in one cell',
    async (name) => {
      const { all } = await people(fixture(name))
      const [karl, maja] = all
      expect(karl).toMatchObject({
        name: expect.stringMatching(/^Karl (?:Erik )?Lindgren$/),
        numbers: [
          { e164: '+46701740606', label: 'Mobile' },
          { e164: '+46701740607', label: 'Mobile' },
        ],
        fields: { Nickname: 'Kalle', Birthday: '1980-01-02' },
      })
      expect(maja).toMatchObject({
        name: 'Maja Öberg',
        company: 'Öbergs Åkeri',
        notes: 'Prefers mornings\nand no calls',
        numbers: [
          { e164: '+46701740605', label: 'Mobile' },
          { e164: '+46846500402', label: 'Work' },
        ],
      })
      expect(Object.keys(maja?.fields ?? {})).not.toContain('Phone 1 - Type')
    },
  )

  it('of Outlook give the mobile first and leave fax and the assistant out', async () => {
    const { all } = await people(fixture('outlook.csv'))
    expect(all).toMatchObject([
      {
        name: 'Elsa Holm',
        company: 'Holms Bygg',
        notes: 'Volvo',
        numbers: [
          { e164: '+46701740611', label: 'mobile' },
          { e164: '+46846500411', label: 'work' },
        ],
      },
    ])
  })

  it('of Thunderbird, HubSpot and Mailchimp', async () => {
    expect((await people(fixture('thunderbird.csv'))).all).toMatchObject([
      { name: 'Priya Shah', company: 'Shah AB', numbers: [{ e164: '+46701740614' }] },
    ])
    expect((await people(fixture('hubspot.csv'))).all).toMatchObject([
      {
        name: 'Nils Berg',
        company: 'Bergs Bil',
        numbers: [{ e164: '+46701740612', label: 'mobile' }, { e164: '+46846500412' }],
        fields: { 'Record ID': '101' },
      },
    ])
    expect((await people(fixture('mailchimp.csv'))).all).toMatchObject([
      { name: 'Sara Ek', numbers: [{ e164: '+46701740613' }], fields: { Address: 'Storgatan 1, Uppsala', LEID: '71234567' } },
    ])
  })

  it('without a header are told by what is in them', async () => {
    const { preview } = await givenImports()
    const seen = await preview('1001;Maja Öberg;070-174 06 05;Volvo\n1002;Karl Lind;070-174 06 06;Saab\n')
    expect(seen.options.hasHeader).toBe(false)
    expect(seen.options.columns).toEqual([
      { meaning: 'field', label: 'Column 1' },
      { meaning: 'name', label: '' },
      { meaning: 'number', label: '' },
      { meaning: 'field', label: 'Column 4' },
    ])
    expect(seen.rows.map((row) => row.row)).toEqual([1, 2])
  })

  it('may be a single one of numbers', async () => {
    const { commit, people } = await givenImports()
    await commit('0701740605\n0701740606\n')
    expect(await people()).toEqual([' +46701740605', ' +46701740606'])
  })

  it('with a header that says nothing of a number are told by what is in them', () => {
    const sample = {
      country: 'SE',
      rows: [
        ['Wer', 'Wohin'],
        ['Maja', '0701740605'],
        ['Karl', '0701740606'],
      ],
    }
    expect(guessHeader(sample)).toBe(true)
    expect(guessColumns(['Wer', 'Wohin'], 2, sample)).toEqual([
      { meaning: 'field', label: 'Wer' },
      { meaning: 'number', label: '' },
    ])
    const contact = {
      country: 'IN',
      rows: [
        ['Customer', 'Contact'],
        ['Priya', '9876543210'],
      ],
    }
    expect(guessColumns(['Customer', 'Contact'], 2, contact).map((column) => column.meaning)).toEqual(['name', 'number'])
  })

  it('take "Name" for the family name beside a first name that is not in it', () => {
    const guess = (rows: string[][]) => guessColumns(rows[0] ?? [], 3, { country: 'DE', rows }).map((column) => column.meaning)
    expect(
      guess([
        ['Vorname', 'Name', 'Telefon'],
        ['Maja', 'Öberg', '0171 1234567'],
      ]),
    ).toEqual(['givenName', 'familyName', 'number'])
    expect(
      guess([
        ['Vorname', 'Name', 'Telefon'],
        ['Maja', 'Maja Öberg', '0171 1234567'],
      ]),
    ).toEqual(['givenName', 'name', 'number'])
  })

  it('of the same name stay apart, and those beyond what a file may have are left', async () => {
    const { preview, commit, contacts } = await givenImports()
    const wide = ['Namn', 'Mobil', 'Tag', 'Tag', ...Array.from({ length: 300 }, (_, index) => `c${index}`)]
    const content = `${wide.join(',')}\nMaja,0701740605,one,two,${'v,'.repeat(299)}v\n`
    expect((await preview(content)).options.columns).toHaveLength(200)
    await commit(content)
    expect((await contacts.list({ limit: 1 })).contacts[0]?.fields).toMatchObject({ Tag: 'one', 'Tag (2)': 'two', c0: 'v' })
  })

  it('that nobody filled are left out', async () => {
    const { preview } = await givenImports()
    expect((await preview('Namn,Mobil,Tom\nMaja,0701740605,\n')).options.columns[2]).toEqual({ meaning: 'skip', label: '' })
  })

  it('are remembered for the next file of the same headers', async () => {
    const { commit, preview } = await givenImports()
    const columns = [
      { meaning: 'skip' as const, label: '' },
      { meaning: 'number' as const, label: 'work' },
    ]
    await commit('Namn,Mobil\nMaja,0701740605\n', { columns, onDuplicate: 'update' })
    expect((await preview('Namn,Mobil\nKarl,0701740606\n')).options).toMatchObject({ columns, onDuplicate: 'update' })
    expect((await preview('Namn,Mobilnr\nKarl,0701740606\n')).options).toMatchObject({
      columns: [{ meaning: 'name' }, { meaning: 'number', label: 'mobile' }],
      onDuplicate: 'skip',
    })
  })
})
