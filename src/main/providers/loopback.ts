/**
 * Whether a host is this computer: `localhost`, 127.0.0.0/8 or `::1` (RFC 6761, RFC 1122, RFC 4291).
 * @param hostname as the URL parser gives it, which has brought it to its plain form
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
}
