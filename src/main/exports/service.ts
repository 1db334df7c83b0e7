import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { exportsContract } from '../../shared/contract/exports.ts'
import { formatPhone, readPhone } from '../../shared/phone/index.ts'
import { isZone } from '../../shared/time/wall-time.ts'
import type { PdfSaver } from '../app/ports.ts'
import { Refused } from '../app/refused.ts'
import type { SettingsService } from '../settings/service.ts'
import type { Store } from '../store/store.ts'
import { csvHead } from './csv.ts'

type Inputs = InferContractRouterInputs<typeof exportsContract>
type Outputs = InferContractRouterOutputs<typeof exportsContract>

export interface ExportService {
  /** @throws Refused `zone_unknown`, `export_cursor`, `number_invalid`, `conversation_not_found` */
  csv(input: Inputs['csv']): Promise<Outputs['csv']>
  size(input: Inputs['size']): Promise<Outputs['size']>
  messages(input: Inputs['messages']): Promise<Outputs['messages']>
  /** @throws Refused `no_pdf`, `pdf_not_saved` */
  savePdf(input: Inputs['savePdf']): Promise<Outputs['savePdf']>
}

export interface ExportServiceDependencies {
  store: Pick<Store, 'exports' | 'conversations'>
  settings: Pick<SettingsService, 'get'>
  pdf: PdfSaver | undefined
  now: () => number
}

/** Where the next piece of a file begins: the end in time fixed by the first one, and the place of the last message. */
const CURSOR = /^(\d{1,16})\/(.{1,80})$/

/** After every message there can be. */
const FOR_EVER = Number.MAX_SAFE_INTEGER

export function createExportService({ store, settings, pdf, now }: ExportServiceDependencies): ExportService {
  async function conversationWith(number: string): Promise<string> {
    const phone = readPhone(number, (await settings.get()).defaultCountry)
    if (!phone.valid) throw new Refused('number_invalid', `“${number}” is not a phone number: ${phone.reason}`)
    const { conversationId } = await store.conversations.lookUp({ peer: phone.e164 })
    if (conversationId !== null) return conversationId
    throw new Refused('conversation_not_found', `There are no texts with ${formatPhone(phone.e164)}. Check the number and try again.`)
  }

  return {
    async csv({ zone, after, conversationId, to, accountId, from = 0, until = FOR_EVER }) {
      if (!isZone(zone)) throw new Refused('zone_unknown', `“${zone}” is no time zone this computer knows.`)
      const place = after === undefined ? null : CURSOR.exec(after)
      if (after !== undefined && place === null)
        throw new Refused('export_cursor', 'This place is not one of an export. Start the export again.')
      // What comes in meanwhile would make an end that moves on.
      const end = place === null ? Math.min(until, now() + 1) : Number(place[1])
      const piece = await store.exports.csvPiece({
        conversationId: conversationId ?? (to === undefined ? null : await conversationWith(to)),
        accountId: accountId ?? null,
        from,
        until: end,
        zone,
        after: place?.[2] ?? null,
      })
      return {
        text: place === null ? csvHead() + piece.text : piece.text,
        count: piece.count,
        next: piece.next === null ? null : `${end}/${piece.next}`,
      }
    },

    size: ({ conversationId, from = 0, until = FOR_EVER }) => store.exports.size({ conversationId, from, until }),

    messages: ({ conversationId, from = 0, until = FOR_EVER, after, limit }) =>
      store.exports.messages({ conversationId, from, until, after: after ?? null, limit }),

    async savePdf({ name }) {
      if (pdf === undefined) throw new Refused('no_pdf', 'Choose “Print”, and there “Save as PDF” in place of a printer.')
      try {
        return { saved: await pdf.save(name) }
      } catch (cause) {
        throw new Refused('pdf_not_saved', 'The PDF could not be written there. Choose another folder, or make room on the disk.', {
          cause,
        })
      }
    },
  }
}
