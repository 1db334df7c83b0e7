import { expect } from '@playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import { NOBODY } from '../../screens/support/journey.ts'
import { csvFile, importScreenOf, type ChosenFile } from '../../screens/support/import-screen.ts'
import type { Area } from '../state.ts'
import type { Stage } from '../support/stage.ts'

/** As Excel on Windows saves it, with what such files have in them. */
const CUSTOMERS = csvFile(
  'Kunder 2026.csv',
  Buffer.from(
    `Namn;Mobil;Bil;Ort
Maja Öberg;070-174 06 21;Volvo V60;Malmö
Elsa Holm;0046 70 174 06 22;Volvo XC40;Åre
Karl Lindgren;4,67E+10;Saab 9-3;Gävle
Nils Frisk;701740624;;Lund
Elsa Holm;070 1740622;Volvo XC40;Åre
Omar Haddad;+46 70 174 06 06;Volvo V70;Malmö
Priya Shah;(070) 174.06.26;Skoda Octavia;Växjö
Verkstaden;ring kontoret;;
Ödman & Söner;070-174 06 28;Citroën C3;Älmhult
`,
    'latin1',
  ),
)

const SMALL = 'Name;Mobile;City\nMaja;0701740605;Lund\nKarl;call him;Lund\nElsa;0701740607;Malmö\n'

async function workbook(): Promise<ChosenFile> {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Kunder',
        rows: [
          ['Namn', 'Mobil', 'Ort'],
          ['Maja Öberg', 46_701_740_605, 'Malmö'],
          ['Åke Ärlig', 701_740_606, 'Ängelholm'],
          ['Elsa Holm', '4,67E+10', 'Åre'],
        ],
      },
      {
        name: 'Leverantörer',
        rows: [
          ['Firma', 'Telefon'],
          ['Bageriet', '08-465 004 03'],
        ],
      },
    ],
  })
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: 'kunder.xlsx', mimeType, buffer: Buffer.from(bytes) }
}

async function look(stage: Stage, file: ChosenFile, shown: string) {
  await stage.go('contacts')
  const importing = importScreenOf(stage.page)
  await importing.visit()
  await importing.choose(file)
  await expect(importing.preview).toContainText(shown)
  return importing
}

export const IMPORT: Area = {
  name: 'import',
  title: 'Bringing customers',
  walks: [
    {
      async begin(stage) {
        await stage.givenAccount(NOBODY)
        await stage.start({ settings: { defaultCountry: 'SE' } })
      },
      states: [
        {
          name: 'file',
          title: 'Which file',
          bring: async (stage) => {
            await stage.go('contacts')
            await importScreenOf(stage.page).visit()
          },
        },
        {
          name: 'mapping',
          title: 'What its columns mean, and what becomes of its rows',
          bring: async (stage) => void (await look(stage, CUSTOMERS, 'Maja Öberg')),
        },
        {
          name: 'encodings',
          title: 'How it is read can be changed',
          continues: true,
          bring: async ({ page }) => {
            await importScreenOf(page).guess('How letters are encoded').click()
            await expect(page.getByRole('menuitemradio').first()).toBeVisible()
          },
        },
        {
          name: 'doubts',
          title: 'Rows that are left out, and why',
          bring: async (stage) => {
            const importing = await look(stage, CUSTOMERS, 'Maja Öberg')
            await importing.seeRejects.click()
            await expect(stage.dialog(/left out$/)).toBeVisible()
          },
        },
        {
          name: 'workbook',
          title: 'An Excel workbook',
          bring: async (stage) => {
            const importing = await look(stage, await workbook(), 'Maja Öberg')
            await importing.guess('Which sheet is read').click()
            await expect(stage.page.getByRole('menuitemradio', { name: 'Leverantörer' })).toBeVisible()
          },
        },
        {
          name: 'result',
          title: 'What the import did',
          bring: async (stage) => {
            const importing = await look(stage, csvFile('customers.csv', SMALL), 'Maja')
            await importing.commit.click()
            await expect(importing.outcome).toHaveText('2 new people')
          },
        },
        {
          name: 'undo',
          title: 'Taking it back',
          continues: true,
          bring: async ({ page }) => {
            await page.getByRole('button', { name: 'Undo this import…' }).click()
            await expect(page.getByRole('dialog')).toBeVisible()
          },
        },
        {
          name: 'again',
          title: 'A file that was imported before',
          bring: async (stage) => {
            await look(stage, csvFile('customers copy.csv', SMALL), 'Maja')
            await expect(stage.page.getByText('This file was imported before')).toBeVisible()
          },
        },
        {
          name: 'past',
          title: 'Past imports',
          bring: async (stage) => {
            await stage.go('contacts/imports')
            await expect(stage.page.getByText('customers.csv')).toBeVisible()
          },
        },
      ],
    },
  ],
}
