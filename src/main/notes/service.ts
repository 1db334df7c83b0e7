import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Note, notesContract } from '../../shared/contract/notes.ts'
import type { EventHub } from '../app/events.ts'
import type { Store } from '../store/store.ts'

type Inputs = InferContractRouterInputs<typeof notesContract>
type Outputs = InferContractRouterOutputs<typeof notesContract>

export interface NoteService {
  list(input: Inputs['list']): Promise<Outputs['list']>
  add(input: Inputs['add']): Promise<Note>
  edit(input: Inputs['edit']): Promise<Note>
  remove(id: string): Promise<Note>
  restore(note: Inputs['restore']): Promise<Note>
}

export interface NoteServiceDependencies {
  store: Pick<Store, 'notes'>
  events: EventHub
  now: () => number
}

/** Notes of conversations: what the staff write down for themselves. */
export function createNoteService({ store, events, now }: NoteServiceDependencies): NoteService {
  function changed(note: Note): Note {
    events.changed({ topic: 'notes', conversationId: note.conversationId })
    return note
  }

  return {
    async list({ conversationId, from = 0, until = Number.MAX_SAFE_INTEGER }) {
      return { notes: await store.notes.list({ conversationId, from, until }) }
    },
    add: async (input) => changed(await store.notes.add({ ...input, now: now() })),
    edit: async (input) => changed(await store.notes.edit({ ...input, now: now() })),
    remove: async (id) => changed(await store.notes.remove({ id })),
    restore: async (note) => changed(await store.notes.restore(note)),
  }
}
