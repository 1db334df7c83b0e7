import * as z from 'zod'

/** Longest text the contract carries, in UTF-16 units. Providers set stricter limits of their own. */
export const MAX_TEXT_UNITS = 5_000

/** A UUIDv7 in its canonical text form, as every row of the database carries it. */
export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)

/** A phone number in E.164 form: `+` and at most 15 digits (ITU-T E.164). */
export const e164 = z.string().regex(/^\+[1-9][0-9]{5,14}$/)

/** Milliseconds since 1970 UTC. */
export const instant = z.int().min(0).max(8_640_000_000_000_000)

/** A time of day by a 24-hour clock, such as 21:00. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A count of things. */
export const count = z.int().min(0)

/** A number as a person wrote it, in any notation. */
export const rawNumber = z.string().trim().min(1).max(64)

/** ISO 3166-1 alpha-2 country code, upper case. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/)

/** A name a person gives to something. */
export const label = z.string().trim().min(1).max(200)

/** Text a person searches for. */
export const searchText = z.string().trim().max(200)

/** Opaque place in a list, from the previous page's `next`. */
export const cursor = z.string().min(1).max(400)

/** Rows asked for in one page. */
export const pageSize = z.int().min(1).max(500)

/** The text of a message. */
export const messageText = z.string().max(MAX_TEXT_UNITS)
