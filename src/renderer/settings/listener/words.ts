import type { SelfTestLeg, TunnelChoice, TunnelKind, TunnelState } from '../../../shared/contract/listener.ts'
import type { ProviderCapabilities } from '../../../shared/providers/descriptor.ts'
import type { Tone } from '../../components/Chip.tsx'

/** A way from the internet to this computer, for somebody who has never heard of one. */
export interface WayWords {
  kind: TunnelKind
  name: string
  /** What it is and costs. */
  summary: string
  /** Who should take it. */
  who: string
  /** What to do before, in order. */
  before: readonly string[]
}

/** In the order in which they are offered: what most can use comes first. */
export const WAYS: readonly WayWords[] = [
  {
    kind: 'cloudflared',
    name: 'Cloudflare tunnel',
    summary:
      'A program on this computer keeps a line open to Cloudflare, and Cloudflare gives you an address. Free; works behind any router.',
    who: 'Take this one if you are not sure. Without an account the address changes at each start; with a domain at Cloudflare it stays.',
    before: ['Install the program cloudflared once. On Windows: winget install --id Cloudflare.cloudflared'],
  },
  {
    kind: 'ngrok',
    name: 'ngrok',
    summary: 'The same idea from another company. Needs a free account, which comes with an address that stays.',
    who: 'Take this one if you want an address that stays and have no domain of your own.',
    before: [
      'Sign up at ngrok.com and copy your token from “Your Authtoken”.',
      'Install the program ngrok once. On Windows: winget install ngrok.ngrok',
    ],
  },
  {
    kind: 'own_url',
    name: 'An address you already have',
    summary: 'A port forward in your router or a reverse proxy of yours leads to the listener. Nothing runs for it on this computer.',
    who: 'Take this one if somebody who looks after your network has set it up and gave you an address.',
    before: ['The address must have a certificate (https) and lead to the address of step 1, with the path unchanged.'],
  },
  {
    kind: 'ssh',
    name: 'Your own server, by SSH',
    summary: 'This computer keeps a line open to a server of yours (ssh -R), where a web server passes requests into it.',
    who: 'Take this one if you run a server and know SSH.',
    before: [
      'On the server, let the web server pass the paths under /hooks/ on to 127.0.0.1 and the port below.',
      'Put this computer’s public key on the server, and connect to it once by hand, so that it is known here.',
    ],
  },
  {
    kind: 'localtunnel',
    name: 'localtunnel',
    summary: 'Built in: nothing to install. The public server is run by volunteers and often away, and part of the way is not encrypted.',
    who: 'Take this one to try things out, or with a localtunnel server of your own.',
    before: [],
  },
]

/** What a form starts with. */
export function emptyChoice(kind: TunnelKind): TunnelChoice {
  switch (kind) {
    case 'own_url':
    case 'cloudflared':
    case 'ngrok':
      return { kind, url: '' }
    case 'ssh':
      return { kind, host: '', port: 22, user: '', remotePort: 8_080, keyFile: '', url: '' }
    case 'localtunnel':
      return { kind, host: 'https://localtunnel.me', subdomain: '' }
  }
}

/** A tunnel's state in a word or two. */
export function stateWords(state: TunnelState): { words: string; tone: Tone } {
  switch (state.state) {
    case 'off':
      return { words: 'off', tone: 'plain' }
    case 'starting':
      return { words: 'starting…', tone: 'accent' }
    case 'running':
      return { words: 'running', tone: 'ok' }
    case 'broken':
      return { words: state.retryAt === null ? 'not running' : 'trying again', tone: 'warn' }
  }
}

/** What the self-test looks at, in order. */
export const LEG_WORDS: Readonly<Record<SelfTestLeg, string>> = {
  listener: 'The listener answers on this computer',
  tunnel: 'There is a way from the internet',
  name: 'The internet knows the address',
  connection: 'Something takes the connection',
  encryption: 'The connection is secure',
  path: 'It leads to SMS Desk and not elsewhere',
  content: 'What is sent and answered comes unchanged',
}

/**
 * What becomes of reports and replies that a provider has while the desk is closed, in honest words.
 * @param name of the provider, as it stands at the start of a sentence
 */
export function awayWords(
  name: string,
  {
    receiptsByHook,
    inbound,
    missedCalls,
    statusQuery,
  }: Pick<ProviderCapabilities, 'receiptsByHook' | 'inbound' | 'missedCalls' | 'statusQuery'>,
): string | null {
  if (statusQuery) {
    const replies = inbound
      ? ' Replies cannot be asked for: those that come while the desk is closed are lost unless it runs on an always-on machine.'
      : ''
    return `${name} is asked at the next start what became of every text still open.${replies}`
  }
  const what = [receiptsByHook ? 'reports' : '', inbound ? 'replies' : '', missedCalls ? 'missed calls' : ''].filter((one) => one !== '')
  if (what.length === 0) return null
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(what)
  return `${name} cannot be asked: ${list} from the time the desk was closed are lost unless it runs on an always-on machine.`
}
