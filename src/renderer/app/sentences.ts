import { plural } from '../components/times.ts'

/** What being offline means for what waits. */
export function offlineSentence(waiting: number): string {
  if (waiting === 0) return 'No internet. Texts you send now wait here and go by themselves.'
  return `No internet. ${plural(waiting, 'text waits and goes by itself', 'texts wait and go by themselves')}.`
}
