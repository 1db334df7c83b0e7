const MINUTE_MS = 60_000

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/**
 * Abbreviations of zones, with hours from UTC (§7.3). Only such as mean one zone, or one that is meant nearly always:
 * IST, BST, AST and others that are used in far corners of the world alike are missing on purpose.
 */
const ZONE_HOURS: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['GMT', 0],
  ['Z', 0],
  ['EST', -5],
  ['EDT', -4],
  ['CST', -6],
  ['CDT', -5],
  ['MST', -7],
  ['MDT', -6],
  ['PST', -8],
  ['PDT', -7],
  ['AKST', -9],
  ['AKDT', -8],
  ['HST', -10],
  ['WET', 0],
  ['WEST', 1],
  ['CET', 1],
  ['CEST', 2],
  ['EET', 2],
  ['EEST', 3],
  ['MSK', 3],
  ['WAT', 1],
  ['CAT', 2],
  ['SAST', 2],
  ['EAT', 3],
  ['GST', 4],
  ['PKT', 5],
  ['WIB', 7],
  ['SGT', 8],
  ['HKT', 8],
  ['JST', 9],
  ['AEST', 10],
  ['AEDT', 11],
])

/** `MMM d, yyyy h:mm:ss AM/PM ZZZ`. The month may be written out; newer Java puts a narrow blank before AM and PM. */
const CAMPAIGN_TIME = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4}),? (\d{1,2}):(\d{2}):(\d{2}) ?([ap])\.?m\.? (\S{1,12})$/i

/**
 * Reads a time as campaign callbacks write it, such as `Mar 3, 2025 9:00:21 AM EST`.
 * @returns ms UTC; null where it is no such time, or the zone is not known for certain
 */
export function readCampaignTime(text: string): number | null {
  const match = CAMPAIGN_TIME.exec(text.trim().replaceAll(/\s+/g, ' '))
  if (match === null) return null
  const [, monthName = '', dayText, yearText, hourText, minuteText, secondText, half = '', zone = ''] = match
  const month = monthOf(monthName)
  const offset = offsetMinutes(zone)
  const [day, year, hour, minute, second] = [dayText, yearText, hourText, minuteText, secondText].map(Number)
  if (month === null || offset === null) return null
  if (day === undefined || year === undefined || hour === undefined || minute === undefined || second === undefined) return null
  if (hour < 1 || hour > 12 || minute > 59 || second > 59) return null
  const clockHour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const wall = new Date(0)
  wall.setUTCFullYear(year, month, day)
  wall.setUTCHours(clockHour, minute, second)
  // A day the month does not have moves into the next one.
  return wall.getUTCMonth() === month ? wall.getTime() - offset * MINUTE_MS : null
}

/** 0 for January, by its name or three or more letters of it; null for no month. */
function monthOf(name: string): number | null {
  const lower = name.toLowerCase()
  const month = MONTHS.findIndex((whole) => whole.startsWith(lower))
  return month === -1 ? null : month
}

/** Minutes east of UTC: an abbreviation of the table, or a difference such as `GMT+05:30`. Null where it is neither. */
function offsetMinutes(zone: string): number | null {
  const hours = ZONE_HOURS.get(zone.toUpperCase())
  if (hours !== undefined) return hours * 60
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(zone)
  if (match === null) return null
  const [, sign, hoursText, minutesText = '0'] = match
  const minutes = Number(hoursText) * 60 + Number(minutesText)
  if (minutes > 14 * 60 || Number(minutesText) > 59) return null
  return sign === '-' ? -minutes : minutes
}
