import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { cleanNotes } from '../../shared/contacts/person-text.ts'
import type { optOutsContract } from '../../shared/contract/opt-outs.ts'
import { readPhone } from '../../shared/phone/index.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import type { ImportService } from '../imports/service.ts'
import type { Touched } from '../outbox/bulk-operations.ts'
import { tellTouched } from '../outbox/tell-touched.ts'
import type { SettingsService } from '../settings/service.ts'
import type { Store } from '../store/store.ts'
import { csvHeader, csvOptOuts } from './csv.ts'

type Inputs = InferContractRouterInputs<typeof optOutsContract>
type Outputs = InferContractRouterOutputs<typeof optOutsContract>

/** Numbers that get no texts, and what was said for and against texts to a number. */
export interface OptOutService {
  list(input: Inputs['list']): Promise<Outputs['list']>
  /** @throws Refused `reason_needed` */
  add(input: Inputs['add']): Promise<Outputs['add']>
  /** @throws Refused `reason_needed` */
  lift(input: Inputs['lift']): Promise<Outputs['lift']>
  /** @throws Refused `reason_needed`, `consent_in_future` */
  recordConsent(input: Inputs['recordConsent']): Promise<Outputs['recordConsent']>
  ofNumbers(input: Inputs['ofNumbers']): Promise<Outputs['ofNumbers']>
  /** @throws Refused `file_no_numbers`, `import_cancelled`, and those of reading a staged file */
  importFile(input: Inputs['importFile']): Promise<Outputs['importFile']>
  exportCsv(input: Inputs['exportCsv']): Promise<Outputs['exportCsv']>
}

export interface OptOutServiceDependencies {
  store: Pick<Store, 'optOuts'>
  settings: Pick<SettingsService, 'get'>
  /** Where files wait that a window or the command line sent. */
  files: Pick<ImportService, 'withFile'>
  /** Tells the dispatcher that texts it knows of have gone. */
  wakeOutbox: () => void
  events: EventHub
  now: () => number
}

/** Opt-outs in one piece of an export. */
const EXPORT_ROWS = 2_000
/** The clock of another computer may be ahead by this much, in ms. */
const AHEAD_ALLOWED_MS = 24 * 60 * 60_000

export function createOptOutService({ store, settings, files, wakeOutbox, events, now }: OptOutServiceDependencies): OptOutService {
  function changed(): void {
    events.changed({ topic: 'optOuts' })
  }

  /** Texts that waited were taken back in these conversations. */
  const takenBackIn = (touched: Touched): void => tellTouched(touched, { events, wakeOutbox })

  return {
    async list({ search, after, limit }) {
      const { defaultCountry } = await settings.get()
      return store.optOuts.list({ search: search ?? '', after: after ?? null, limit, defaultCountry })
    },

    async add({ numbers, reason, country }) {
      const inCountry = country ?? (await settings.get()).defaultCountry
      const readings = numbers.map((number) => ({ number, reading: readPhone(number, inCountry) }))
      const valid = readings.flatMap(({ reading }) => (reading.valid ? [reading.e164] : []))
      const invalid = readings.flatMap(({ number, reading }) => (reading.valid ? [] : [{ number, reason: reading.reason }]))
      const { touched, ...counts } = await store.optOuts.add({ numbers: valid, reason: words(reason), now: now() })
      changed()
      takenBackIn(touched)
      return { ...counts, invalid }
    },

    async lift({ e164, reason }) {
      const lifted = await store.optOuts.lift({ e164, reason: words(reason), now: now() })
      changed()
      return lifted
    },

    async recordConsent({ e164, reason, at = now() }) {
      if (at > now() + AHEAD_ALLOWED_MS) {
        throw new Refused('consent_in_future', 'This day has not come yet. Choose the day on which they agreed to get texts.')
      }
      const recorded = await store.optOuts.recordConsent({ e164, reason: words(reason), at })
      changed()
      return recorded
    },

    ofNumbers: (input) => store.optOuts.ofNumbers(input),

    async importFile({ fileId, country, dryRun }) {
      const inCountry = country ?? (await settings.get()).defaultCountry
      try {
        const { touched, ...done } = await files.withFile(fileId, { discards: !dryRun }, (file, call) =>
          store.optOuts.importFile({ path: file.path, fileName: file.name, country: inCountry, dryRun, now: now() }, call),
        )
        takenBackIn(touched)
        return done
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== 'import_cancelled' || dryRun) throw error
        takenBackIn(null)
        throw new Refused(
          'import_cancelled',
          'The list was stopped in the middle. Numbers that were read until then are opted out; bring the list again for the others.',
          { cause: error },
        )
      } finally {
        if (!dryRun) changed()
      }
    },

    async exportCsv({ after }) {
      const optOuts = await store.optOuts.listAfter({ after: after ?? '', limit: EXPORT_ROWS })
      const last = optOuts.at(-1)
      return {
        csv: (after === undefined ? csvHeader() : '') + csvOptOuts(optOuts),
        count: optOuts.length,
        next: optOuts.length < EXPORT_ROWS || last === undefined ? null : last.e164,
      }
    },
  }
}

/**
 * What a person wrote, as it is kept.
 * @throws Refused `reason_needed` where nothing of it can be read
 */
function words(reason: string): string {
  const clean = cleanNotes(reason)
  if (clean === '') throw new Refused('reason_needed', 'Say in a few words how you know. It is kept as evidence.')
  return clean
}
