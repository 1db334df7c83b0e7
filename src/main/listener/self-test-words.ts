import type { TunnelState } from '../../shared/contract/listener.ts'

/** What is wrong, and what to do: whole sentences for a clerk. */
export interface Broken {
  code: string
  message: string
  next: string
}

function words<Code extends string>(code: Code, message: string, next: string): Broken & { code: Code } {
  return { code, message, next }
}

/** Everything the self-test can find broken, by code. */
export const BROKEN = {
  listener_off: words('listener_off', 'The listener does not run.', 'Choose another port for it in step 1.'),
  listener_silent: words(
    'listener_silent',
    'The listener does not answer on this computer itself.',
    'A security program may be in the way. Try another port in step 1, or start SMS Desk again.',
  ),
  tunnel_not_chosen: words('tunnel_not_chosen', 'Nothing leads from the internet to this computer yet.', 'Choose a way in step 2.'),
  tunnel_off: words('tunnel_off', 'The tunnel is not started.', 'Press Start in step 2.'),
  tunnel_starting: words('tunnel_starting', 'The tunnel is just being started.', 'Wait a moment, then test again.'),
  offline: words('offline', 'This computer has no connection to the internet.', 'Check the network, then test again.'),
  name_unknown: words(
    'name_unknown',
    'The internet does not know the name in the address (DNS).',
    'Check the address for typing mistakes. A new name can take some minutes; ask whoever looks after your domain.',
  ),
  refused: words(
    'refused',
    'The address exists, but nothing takes the connection.',
    'Check that the port is forwarded in the router, and that the reverse proxy or tunnel runs.',
  ),
  not_reached: words(
    'not_reached',
    'The address could not be reached in time.',
    'A firewall or router drops the connection. Some routers also cannot reach their own public address from inside: then test from a phone without WLAN.',
  ),
  tls: words(
    'tls',
    'No secure connection could be made: something answers that does not speak HTTPS.',
    'Check that the address leads to the port for HTTPS, usually 443.',
  ),
  certificate_expired: words(
    'certificate_expired',
    'The certificate of the address has expired.',
    'Renew it on the server that answers there. Providers turn away as well.',
  ),
  certificate_wrong_name: words(
    'certificate_wrong_name',
    'The certificate belongs to another name than the address.',
    'Use the name the certificate is for, or get one for this name.',
  ),
  certificate_untrusted: words(
    'certificate_untrusted',
    'The certificate is not from an authority that others trust; it may be self-signed.',
    'Get a certificate from a public authority, such as Let’s Encrypt. Providers turn away as well.',
  ),
  redirect: words(
    'redirect',
    'The address sends callers on to another one, and providers do not follow.',
    'Use the address it sends on to, with https:// and the exact name.',
  ),
  wrong_path: words(
    'wrong_path',
    'Requests reach SMS Desk, but their path is changed on the way.',
    'Set the proxy to pass the path on as it is, from /hooks/ on.',
  ),
  another_program: words(
    'another_program',
    'Another program answers at the address.',
    'Check that the address leads to the listener of step 1, and to this computer.',
  ),
  asks_for_password: words(
    'asks_for_password',
    'The address asks for a password or a click, which no provider can give.',
    'Switch off the login or the warning page for paths that begin with /hooks/.',
  ),
  way_not_open: words(
    'way_not_open',
    'The tunnel’s server answers, but cannot reach this computer.',
    'Check that tunnel or proxy leads to the address of step 1. Stop and start the tunnel, then test again.',
  ),
  cut_off: words('cut_off', 'The connection was cut before anything came to SMS Desk.', 'Stop and start the tunnel, then test again.'),
  answer_lost: words(
    'answer_lost',
    'The request came in, but its answer was cut off on the way back.',
    'Stop and start the tunnel, then test again.',
  ),
  too_slow: words(
    'too_slow',
    'No answer came within 10 seconds. Providers give up by then.',
    'Check what else uses the connection; stop and start the tunnel. If it stays so, choose another way.',
  ),
  body_altered: words(
    'body_altered',
    'Something on the way changes what is sent: the test came in with other words.',
    'Switch off filters or “security” that rewrite requests on the proxy.',
  ),
  answer_altered: words(
    'answer_altered',
    'Something on the way changes the answer: providers would believe that SMS Desk does not take their reports.',
    'Switch off error pages and filters of the proxy for paths that begin with /hooks/.',
  ),
} satisfies Record<string, Broken>

/** Why there is no address, by the state of a tunnel that was chosen. */
export function tunnelBroken(state: TunnelState): Broken {
  switch (state.state) {
    case 'starting':
      return BROKEN.tunnel_starting
    case 'broken':
      return { code: state.code, message: state.message, next: state.next ?? 'It is tried again by itself; test again when it runs.' }
    case 'off':
    case 'running':
      return BROKEN.tunnel_off
  }
}
