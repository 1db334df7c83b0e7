import type { EventHub } from '../app/events.ts'

/** Tells screens that people were written: conversations show their names, the desk shows how many they are. */
export function tellPeopleChanged(events: Pick<EventHub, 'changed'>): void {
  events.changed({ topic: 'contacts' }, { topic: 'conversations' }, { topic: 'desk' })
}
