import type { DeskClient } from '../../../shared/contract/client.ts'
import type { Contact } from '../../../shared/contract/contacts.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { writeInPieces } from '../files.ts'
import { counted, isoTime, table } from '../format.ts'
import { collect } from '../pages.ts'
import { readLimit } from '../values.ts'

/** `contacts list` */
export const listContacts: RunCommand = async (invocation) => {
  const limit = readLimit(invocation.options.limit)
  const { search } = invocation.options
  return withDesk(invocation, false, async ({ client }) => {
    let total = { count: 0, atLeast: false }
    const contacts = await collect(limit, async (size, after) => {
      const offset = after === null ? 0 : Number(after)
      const page = await client.contacts.list({ limit: size, offset, ...(search === undefined ? {} : { search }) })
      total = page.total
      return { items: page.contacts, next: page.contacts.length < size ? null : String(offset + page.contacts.length) }
    })
    const rows = contacts.map((contact) => [contact.name, contact.numbers.map((number) => number.e164).join(' '), contact.company])
    return {
      json: { contacts: contacts.map(contactView), total: total.count },
      text:
        rows.length === 0
          ? 'Nobody found.'
          : `${table(['NAME', 'NUMBERS', 'COMPANY'], rows)}\n${contacts.length} of ${total.atLeast ? 'more than ' : ''}${total.count}`,
    }
  })
}

/** `contacts export FILE` */
export const exportContacts: RunCommand = (invocation) =>
  withDesk(invocation, false, async ({ client }) => {
    const file = invocation.words[0] ?? ''
    let contacts = 0
    const format = /\.(?:vcf|vcard)$/i.test(file) ? 'vcard' : 'csv'
    await writeInPieces(
      file,
      exportPieces(client, format, (count) => {
        contacts += count
      }),
    )
    return { json: { file, contacts }, text: `Wrote ${counted(contacts, 'person', 'people')} to ${file}.` }
  })

/** A contact for programs. */
export function contactView(contact: Contact) {
  return { ...contact, createdAt: isoTime(contact.createdAt), updatedAt: isoTime(contact.updatedAt) }
}

async function* exportPieces(client: DeskClient, format: 'csv' | 'vcard', onPiece: (count: number) => void): AsyncGenerator<string> {
  let after: string | null = null
  do {
    const piece: { text: string; count: number; next: string | null } = await client.contacts.exportFile({
      format,
      ...(after === null ? {} : { after }),
    })
    onPiece(piece.count)
    yield piece.text
    after = piece.next
  } while (after !== null)
}
