/** A delivery report as one line of SMPP receipt text (§7.2). */
export interface ReceiptText {
  id: string
  /** The word of `stat`. */
  status: string
  /** The network's own number; null for none or zero. */
  error: string | null
}

/** Longer than this, it is no receipt text: its own text holds 20 characters. */
const MAX_LENGTH = 1_000

/** Reads `id:… sub:… … stat:DELIVRD err:000 text:…`; null for anything else. What follows `text:` is not looked at. */
export function readReceiptText(value: string): ReceiptText | null {
  const line = value.trim()
  if (line.length > MAX_LENGTH || !/^id:/i.test(line)) return null
  const [head = ''] = line.split(/\btext:/i)
  const id = /^id:\s*([^\s:]+)(?=\s|$)/i.exec(head)?.[1]
  const status = /\sstat:\s*([A-Za-z]+)(?=\s|$)/i.exec(head)?.[1]
  if (id === undefined || status === undefined) return null
  const error = /\serr:\s*(\w+)(?=\s|$)/i.exec(head)?.[1] ?? null
  return { id, status, error: error === null || /^0+$/.test(error) ? null : error }
}
