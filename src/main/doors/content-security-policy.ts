/** What the window's `index.html` has where the nonce of the load belongs. */
export const NONCE_PLACEHOLDER = '%CSP_NONCE%'

/**
 * The policy of the desk's page. Scripts come only from the desk's own files: no inline script, no nonce for scripts,
 * no eval. Styles made at run time carry the nonce of this load. Nothing may frame the page, nothing is fetched from elsewhere.
 * @param nonce new for every load
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The window's page with the nonce of this load in place. */
export function withNonce(html: string, nonce: string): string {
  return html.replaceAll(NONCE_PLACEHOLDER, nonce)
}

/** Headers of every answer of a shell that serves the window; the policy is added for pages. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
}
