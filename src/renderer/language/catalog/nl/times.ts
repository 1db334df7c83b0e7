import type { Catalog } from '../index.ts'

export const times: Catalog['times'] = {
  today: 'Vandaag',
  yesterday: 'Gisteren',
  at: 'om {time}',
  tomorrowAt: 'morgen {time}',
  yesterdayAt: 'gisteren {time}',
  dateAt: '{date} {time}',
  onElsewhere: '{there} in {place} ({here} hier)',
}
