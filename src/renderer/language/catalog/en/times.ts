export const times = {
  today: 'Today',
  yesterday: 'Yesterday',
  at: 'at {time}',
  tomorrowAt: 'tomorrow {time}',
  yesterdayAt: 'yesterday {time}',
  dateAt: '{date} {time}',
  onElsewhere: '{there} in {place} ({here} here)',
} as const
