import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { cleanLine } from '../../shared/contacts/person-text.ts'
import type { labelsContract } from '../../shared/contract/labels.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import type { Log } from '../log/log.ts'
import { newId } from '../store/new-id.ts'
import type { Store } from '../store/store.ts'
import type { LabelProblem } from './operations.ts'

type Inputs = InferContractRouterInputs<typeof labelsContract>
type Outputs = InferContractRouterOutputs<typeof labelsContract>

export interface LabelService {
  list(): Promise<Outputs['list']>
  /** @throws Refused `label_name_taken`, `label_name_empty`, `labels_too_many` */
  create(input: Inputs['create']): Promise<Outputs['create']>
  /** @throws Refused as `create`, and `label_not_found` */
  update(input: Inputs['update']): Promise<Outputs['update']>
  /** @throws Refused `label_not_found` */
  move(input: Inputs['move']): Promise<Outputs['move']>
  /** Answers once it is in no list; taking it off many conversations goes on in the background. */
  remove(input: Inputs['remove']): Promise<Outputs['remove']>
  /** @throws Refused `label_not_found`, `conversation_not_found`, `conversation_labels_too_many` */
  set(input: Inputs['set']): Promise<Outputs['set']>
  /** Goes on, in the background, with removals that were cut off. */
  resume(): void
  /** Waits for what goes on in the background. */
  close(): Promise<void>
}

export interface LabelServiceDependencies {
  store: Pick<Store, 'labels'>
  events: Pick<EventHub, 'changed'>
  log: Log
  now: () => number
}

export function createLabelService({ store, events, log, now }: LabelServiceDependencies): LabelService {
  let finishing = Promise.resolve()

  function finish(): void {
    finishing = goOn(finishing)
  }

  async function goOn(earlier: Promise<void>): Promise<void> {
    await earlier
    try {
      if ((await store.labels.finish({})) > 0) events.changed({ topic: 'labels' })
    } catch (error) {
      log.error('labels.finish_failed', error)
    }
  }

  function checkedName(name: string): string {
    const clean = cleanLine(name)
    if (clean === '') throw new Refused('label_name_empty', 'Give the label a name first.')
    return clean
  }

  return {
    list: () => store.labels.list(),
    async create({ name, colour }) {
      const result = await store.labels.create({ id: newId(), name: checkedName(name), colour, now: now() })
      if (result.kind !== 'saved') throw refused(result)
      events.changed({ topic: 'labels' })
      return result.label
    },
    async update({ id, name, colour }) {
      const result = await store.labels.update({ id, name: checkedName(name), colour, now: now() })
      if (result.kind !== 'saved') throw refused(result)
      events.changed({ topic: 'labels' })
      return result.label
    },
    async move(input) {
      const result = await store.labels.move(input)
      if (result === null) throw refused({ kind: 'not_found' })
      if (result.moved) events.changed({ topic: 'labels' })
      return result
    },
    async remove(input) {
      const result = await store.labels.remove(input)
      if (!result.removed) return result
      events.changed({ topic: 'labels' }, { topic: 'conversations' })
      finish()
      return result
    },
    async set(input) {
      const result = await store.labels.set(input)
      if (result.kind === 'too_many') {
        throw new Refused(
          'conversation_labels_too_many',
          `This conversation has ${result.most} labels, which is the most. Take one off first.`,
        )
      }
      if (result.kind !== 'set') throw refused(result)
      if (result.changed) events.changed({ topic: 'labels' }, { topic: 'conversations', conversationId: input.conversationId })
      return { labelIds: result.labelIds }
    },
    resume: finish,
    close: () => finishing,
  }
}

function refused(problem: LabelProblem): Refused {
  switch (problem.kind) {
    case 'name_taken':
      return new Refused('label_name_taken', `There is a label called “${problem.name}” already. Choose another name.`)
    case 'too_many':
      return new Refused(
        'labels_too_many',
        `There are ${problem.most} labels already, which is the most. Delete one you no longer need first.`,
      )
    case 'not_found':
      return new Refused('label_not_found', 'This label is no longer there.')
  }
}
