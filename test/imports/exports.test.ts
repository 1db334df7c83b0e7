import { describe, expect, it } from 'vitest'
import { fixture, givenImports } from './desk.ts'

/**
 * What programs write, and what a customer list in each language of the field looks like: for every file the country,
 * its columns that are taken for more than a field, and the first person that comes of it.
 */
const FILES: readonly [file: string, country: string, columns: string, person: string][] = [
  [
    'google-2023.csv',
    'SE',
    'Name=name | Given Name=givenName | Additional Name=middleName | Family Name=familyName | Name Prefix=namePrefix | Name Suffix=nameSuffix | Notes=notes | Phone 1 - Value=number | Phone 2 - Value=number | Organization 1 - Name=company',
    'Maja Öberg, +46701740605, +46846500402',
  ],
  [
    'google-2024.csv',
    'SE',
    'First Name=givenName | Middle Name=middleName | Last Name=familyName | Name Prefix=namePrefix | Name Suffix=nameSuffix | Organization Name=company | Notes=notes | Phone 1 - Value=number | Phone 2 - Value=number',
    'Maja Öberg, +46701740605, +46846500402',
  ],
  [
    'outlook.csv',
    'SE',
    'First Name=givenName | Middle Name=middleName | Last Name=familyName | Title=namePrefix | Suffix=nameSuffix | Company=company | Business Phone=number work | Business Phone 2=number work | Company Main Phone=number work | Home Phone=number home | Mobile Phone=number mobile | Other Phone=number | Notes=notes',
    'Elsa Holm, +46701740611, +46846500411',
  ],
  [
    'outlook-sv.csv',
    'SE',
    'Titel=namePrefix | Förnamn=givenName | Mellannamn=middleName | Efternamn=familyName | Suffix=nameSuffix | Företag=company | Telefon, arbete=number work | Telefon, bostad=number home | Mobiltelefon=number mobile | Anteckningar=notes',
    'Dr. Elsa Holm, +46701740611, +46846500411',
  ],
  [
    'outlook-web.csv',
    'SE',
    'First Name=givenName | Middle Name=middleName | Last Name=familyName | Title=namePrefix | Suffix=nameSuffix | Home Phone=number home | Home Phone 2=number home | Business Phone=number work | Business Phone 2=number work | Mobile Phone=number mobile | Car Phone=number | Other Phone=number | Primary Phone=number | Company Main Phone=number work | Radio Phone=number | Company=company | Notes=notes',
    'Dr. Elsa Maria Holm jr, +46701740611, +46846500412, +46846500411',
  ],
  [
    'thunderbird.csv',
    'SE',
    'First Name=givenName | Last Name=familyName | Display Name=name | Work Phone=number work | Home Phone=number home | Mobile Number=number mobile | Organization=company | Notes=notes',
    'Priya Shah, +46701740614',
  ],
  [
    'hubspot.csv',
    'SE',
    'First Name=givenName | Last Name=familyName | Phone Number=number | Mobile Phone Number=number mobile | Associated Company=company',
    'Nils Berg, +46701740612, +46846500412',
  ],
  ['mailchimp.csv', 'SE', 'First Name=givenName | Last Name=familyName | Phone Number=number', 'Sara Ek, +46701740613'],
  [
    'icloud-3.0.vcf',
    'SE',
    'Name=name | Company=company | Phone 1 - Value=number | Phone 2 - Value=number | Phone 3 - Value=number | Phone 4 - Value=number | Notes=notes',
    'Dr. Maja Linnéa Öberg, +46701740605, +46846500402, +46701740606, +46701740607',
  ],
  [
    'plain-en.csv',
    'GB',
    'Customer name=name | Mobile=number mobile | Phone=number | Notes=notes',
    'Maja Berg, +447400123456, +442079460123',
  ],
  [
    'plain-sv.csv',
    'SE',
    'Förnamn=givenName | Efternamn=familyName | Mobilnummer=number mobile | Telefon arbete=number work | Anteckning=notes',
    'Åke Ärlig, +46701740605, +46846500402',
  ],
  [
    'plain-nl.csv',
    'NL',
    'Voornaam=givenName | Tussenvoegsel=middleName | Achternaam=familyName | Mobiel=number mobile | Telefoon thuis=number home | Opmerkingen=notes',
    'Jan van der Berg, +31612345678, +31201234567',
  ],
  [
    'plain-de.csv',
    'DE',
    'Vorname=givenName | Nachname=familyName | Firma=company | Handynummer=number mobile | Telefon geschäftlich=number work | Bemerkung=notes',
    'Jürgen Müller, +491711234567, +49301234567',
  ],
  [
    'plain-fr.csv',
    'FR',
    'Prénom=givenName | Nom de famille=familyName | Entreprise=company | Téléphone portable=number mobile | Téléphone domicile=number home | Remarques=notes',
    'Zoé Lefèvre, +33612345678, +33123456789',
  ],
  [
    'plain-nb.csv',
    'NO',
    'Fornavn=givenName | Mellomnavn=middleName | Etternavn=familyName | Bedrift=company | Mobilnr.=number mobile | Tlf. jobb=number work | Merknad=notes',
    'Bjørn Åge Sæther, +4740612345, +4722123456',
  ],
  [
    'plain-da.csv',
    'DK',
    'Fulde navn=name | Virksomhed=company | Mobil=number mobile | Telefon=number | Bemærkninger=notes',
    'Søren Kjær, +4520123456, +4532123456',
  ],
  [
    'plain-fi.csv',
    'FI',
    'Etunimi=givenName | Sukunimi=familyName | Yritys=company | Matkapuhelin=number mobile | Työpuhelin=number work | Huomautukset=notes',
    'Päivi Mäkelä, +358401234567, +35891234567',
  ],
  ['plain-hi.csv', 'IN', 'ग्राहक का नाम=name | मोबाइल नंबर=number mobile | कंपनी=company | टिप्पणी=notes', 'प्रिया शाह, +919876543210'],
]

describe('a file of', () => {
  it.each(FILES)('%s maps by itself', async (file, country, columns, person) => {
    const { preview, commit, contacts } = await givenImports()
    const seen = await preview(fixture(file), { country })
    const meanings = seen.options.columns
      .map(({ meaning, label }, index) => ({ header: seen.columns[index]?.header ?? '', meaning, label }))
      .filter(({ meaning }) => meaning !== 'field' && meaning !== 'skip')
      .map(({ header, meaning, label }) => `${header}=${meaning}${label === '' ? '' : ` ${label}`}`)
    expect(meanings.join(' | ')).toBe(columns)
    await commit(fixture(file), { country })
    const { contacts: all } = await contacts.list({ limit: 500 })
    expect(all.map(({ name, numbers }) => [name, ...numbers.map(({ e164 }) => e164)].join(', '))).toContain(person)
  })

  it('rows an import left out is read without its own two columns, wherever it came from', async () => {
    const { preview } = await givenImports()
    const seen = await preview('Row,Reason,Namn,Mobil\n3,There is no number in it.,Maja,0701740605\n')
    expect(seen.options.columns.map(({ meaning }) => meaning)).toEqual(['skip', 'skip', 'name', 'number'])
    const other = await preview('Reason,Row,Mobil\nx,3,0701740605\n')
    expect(other.options.columns.map(({ meaning }) => meaning)).toEqual(['field', 'field', 'number'])
  })

  it('titles of jobs keeps them as a field', async () => {
    const { preview } = await givenImports()
    const seen = await preview('Name,Title,Mobile\nMaja,Owner,0701740605\n')
    expect(seen.options.columns[1]).toEqual({ meaning: 'field', label: 'Title' })
  })
})
