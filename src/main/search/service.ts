import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { searchContract } from '../../shared/contract/search.ts'
import { phoneCountries } from '../../shared/phone/index.ts'
import type { ContactService } from '../contacts/service.ts'
import type { Store } from '../store/store.ts'

type Input = InferContractRouterInputs<typeof searchContract>['query']
type Output = InferContractRouterOutputs<typeof searchContract>['query']

/** People shown, and notes shown beside texts. */
const MOST_PEOPLE = 20
const NOTES_BESIDE = 5

export interface SearchService {
  query(input: Input): Promise<Output>
}

export interface SearchServiceDependencies {
  store: Pick<Store, 'search'>
  contacts: Pick<ContactService, 'list'>
}

export function createSearchService({ store, contacts }: SearchServiceDependencies): SearchService {
  const callingCodes = [...new Set(phoneCountries().map(({ callingCode }) => callingCode))]

  return {
    async query({ query, kinds = ['people', 'messages', 'notes'], filter = {}, after, limit }) {
      const place = readPlace(after)
      const isFiltered = Object.values(filter).some((value) => value !== undefined)
      const withPeople = kinds.includes('people') && place === null && !isFiltered
      const onlyNotes = !kinds.includes('messages')
      // A status, a direction or an account is something that only texts have.
      const canBeNotes = filter.statuses === undefined && filter.direction === undefined && filter.accountId === undefined
      const [found, people] = await Promise.all([
        store.search.find({
          typed: query,
          callingCodes,
          kinds: {
            messages: kinds.includes('messages'),
            notes: kinds.includes('notes') && canBeNotes && (onlyNotes || place === null),
            conversations: !isFiltered && kinds.includes(onlyNotes ? 'people' : 'messages'),
          },
          contactId: filter.contactId ?? null,
          conversationId: filter.conversationId ?? null,
          statuses: filter.statuses ?? null,
          direction: filter.direction ?? null,
          accountId: filter.accountId ?? null,
          from: filter.from ?? null,
          until: filter.until ?? null,
          beforeMessage: onlyNotes ? null : place,
          beforeNote: onlyNotes ? place : null,
          messageLimit: limit,
          noteLimit: onlyNotes ? limit : Math.min(limit, NOTES_BESIDE),
        }),
        withPeople ? contacts.list({ search: query, limit: Math.min(limit, MOST_PEOPLE) }) : null,
      ])
      const next = onlyNotes ? found.nextNote : found.nextMessage
      return {
        messages: found.messages,
        notes: found.notes,
        conversations: found.conversations,
        contacts: people?.contacts ?? [],
        next: next === null ? null : String(next),
        searchedTo: found.searchedTo,
        total: found.total,
        preparing: found.preparing,
      }
    },
  }
}

/** Reads a place of an earlier answer. What is none is taken for the beginning. */
function readPlace(after: string | undefined): number | null {
  return after !== undefined && /^\d{1,10}$/.test(after) ? Number(after) : null
}
