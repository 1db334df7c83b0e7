import type { Catalog } from '../index.ts'

export const times: Catalog['times'] = {
  today: 'I dag',
  yesterday: 'I går',
  at: 'kl. {time}',
  tomorrowAt: 'i morgon kl. {time}',
  yesterdayAt: 'i går kl. {time}',
  dateAt: '{date} kl. {time}',
  onElsewhere: '{there} i {place} ({here} här)',
}
