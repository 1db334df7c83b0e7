import type { WrittenTemplate } from '../templates/operations.ts'

/** Templates to try the desk with. */
export const SAMPLE_TEMPLATES: readonly WrittenTemplate[] = [
  {
    group: 'Appointments',
    name: 'Reminder',
    text: 'Hi {first name|there}, a reminder of your appointment tomorrow. Answer YES to confirm.',
  },
  {
    group: 'Appointments',
    name: 'New time',
    text: 'Hi {first name|there}, we have to move your appointment. Please call us for a new time.',
  },
  { group: 'Orders', name: 'Ready to collect', text: 'Hello {first name}, your order is ready to collect. We are open until 17:30.' },
  {
    group: 'Orders',
    name: 'Car is ready',
    text: 'Hello {first name|from the garage}, your car is ready. The key is at the desk until 18:00.',
  },
  { group: '', name: 'Running late', text: 'Sorry, we are running about 15 minutes late today.' },
]
