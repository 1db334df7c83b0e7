import { newToken, sameToken } from '../doors/token.ts'
import { cookieValue } from './request-rules.ts'

/** How long a ticket made for a browser that this program starts stays good, in milliseconds. */
const TICKET_MS = 60_000

/** Decides who may see the desk in a browser. */
export interface Admission {
  /** The token in the address that people are shown: good while the program runs. */
  readonly token: string
  /**
   * A ticket for one opening within a minute, for addresses that other users of the computer may see in its list of
   * processes.
   */
  newTicket(): string
  admitsToken(token: string | undefined): boolean
  /** Uses the ticket up. */
  admitsTicket(ticket: string | undefined): boolean
  /** The Set-Cookie header that lets a browser in from now on. */
  setCookie(): string
  admitsCookies(cookieHeader: string | undefined): boolean
}

/**
 * Admission to one server. The session value differs from the token: what a cookie gives away does not reopen the address.
 * @param port in the cookie's name, since browsers share cookies between ports of one computer
 */
export function createAdmission(port: number, now: () => number): Admission {
  const token = newToken()
  const session = newToken()
  const cookieName = `sms-desk-${port}`
  const tickets = new Map<string, number>()
  return {
    token,
    newTicket() {
      const ticket = newToken()
      tickets.set(ticket, now() + TICKET_MS)
      return ticket
    },
    admitsToken: (given) => sameToken(given, token),
    admitsTicket(given) {
      if (given === undefined) return false
      const until = tickets.get(given)
      tickets.delete(given)
      return until !== undefined && now() <= until
    },
    setCookie: () => `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`,
    admitsCookies: (header) => sameToken(cookieValue(header, cookieName), session),
  }
}
