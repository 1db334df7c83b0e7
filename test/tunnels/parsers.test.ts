import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { retryDelayMs } from '../../src/main/tunnels/backoff.ts'
import { planCloudflared, readCloudflaredLine } from '../../src/main/tunnels/cloudflared.ts'
import { childEnvironment, placesOf } from '../../src/main/tunnels/find-program.ts'
import { createLineReader } from '../../src/main/tunnels/lines.ts'
import { readPlace } from '../../src/main/tunnels/localtunnel.ts'
import { planNgrok, readNgrokLine } from '../../src/main/tunnels/ngrok.ts'
import { readPublicUrl } from '../../src/main/tunnels/public-url.ts'
import { planSsh, readSshLine, sshProblem } from '../../src/main/tunnels/ssh.ts'
import { pastedState } from '../../src/shared/tunnels/pasted.ts'

const problem = (code: string) => ({ kind: 'problem', problem: { code } })

describe('lines of the programs', () => {
  test.each([
    ['2026-03-02T09:00:01Z INF Requesting new quick Tunnel on trycloudflare.com...', null],
    [
      '2026-03-02T09:00:04Z INF |  https://pond-table-green-hat.trycloudflare.com                              |',
      { kind: 'url', url: 'https://pond-table-green-hat.trycloudflare.com' },
    ],
    [
      '2026-03-02T09:00:05Z INF Registered tunnel connection connIndex=0 connection=4c6a1f0e event=0 ip=198.41.200.13 location=arn06 protocol=quic',
      { kind: 'ready' },
    ],
    ['Provided Tunnel token is not valid.', problem('token_refused')],
    ['ERR Register tunnel error from server side error="Unauthorized: Invalid tunnel secret" connIndex=0', problem('token_refused')],
    [
      'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup api.trycloudflare.com: no such host',
      problem('no_network'),
    ],
    [
      'ERR Error unmarshaling QuickTunnel response: error code: 1015 error="invalid character" status_code="429 Too Many Requests"',
      problem('too_many'),
    ],
  ])('cloudflared: %s', (line, reading) => {
    if (reading === null) expect(readCloudflaredLine(line)).toBeNull()
    else expect(readCloudflaredLine(line)).toMatchObject(reading)
  })

  test.each([
    ['{"lvl":"info","msg":"open config file","path":"/home/a/ngrok.yml","t":"2026-03-02T09:00:00Z"}', null],
    [
      '{"addr":"http://127.0.0.1:8801","lvl":"info","msg":"started tunnel","name":"command_line","obj":"tunnels","t":"2026-03-02T09:00:01Z","url":"https://a1b2-203-0-113-7.ngrok-free.app"}',
      { kind: 'url', url: 'https://a1b2-203-0-113-7.ngrok-free.app' },
    ],
    [
      '{"err":"authentication failed: The authtoken you specified is invalid.\\r\\n\\r\\nERR_NGROK_107\\r\\n","lvl":"eror","msg":"failed to auth"}',
      problem('token_refused'),
    ],
    ['ERROR:  ERR_NGROK_4018', problem('token_missing')],
    ['ERROR:  ERR_NGROK_108', problem('already_running')],
    ['ERROR:  ERR_NGROK_334', problem('address_taken')],
    ['ERROR:  ERR_NGROK_9999', problem('ngrok_9999')],
    [
      '{"err":"failed to dial ngrok server with address \\"connect.ngrok-agent.com:443\\": dial tcp: no such host","lvl":"eror","msg":"failed to reconnect session"}',
      problem('no_network'),
    ],
  ])('ngrok: %s', (line, reading) => {
    if (reading === null) expect(readNgrokLine(line)).toBeNull()
    else expect(readNgrokLine(line)).toMatchObject(reading)
  })

  test.each([
    ['debug1: Remote: Forwarding listen address "localhost" overridden by server GatewayPorts', null],
    ['debug1: remote forward success for: listen 127.0.0.1:8080, connect 127.0.0.1:8801', { kind: 'ready' }],
    ['desk@gate.example.com: Permission denied (publickey).', problem('key_refused')],
    ['Host key verification failed.', problem('host_unknown')],
    ['@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @', problem('host_changed')],
    ['Error: remote port forwarding failed for listen port 8080', problem('address_taken')],
    ['ssh: Could not resolve hostname gate.example.com: Name or service not known', problem('no_network')],
    ['ssh: connect to host 127.0.0.1 port 22: Connection refused', problem('no_network')],
  ])('ssh: %s', (line, reading) => {
    if (reading === null) expect(readSshLine(line)).toBeNull()
    else expect(readSshLine(line)).toMatchObject(reading)
  })

  test('whatever a program says, reading it never throws and never takes a foreign address for its own', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (line) => {
        for (const read of [readCloudflaredLine, readNgrokLine, readSshLine]) {
          const reading = read(line)
          if (reading?.kind === 'url') expect(URL.canParse(reading.url)).toBe(true)
        }
        const place = readPlace(line, 'localhost')
        expect(place === null || place.connections <= 10).toBe(true)
      }),
    )
  })

  test('come whole, however they are cut on the way, and without end fill no memory', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z ]*$/u)), fc.array(fc.nat(200)), (lines, cuts) => {
        const text = lines.map((line) => `${line}\n`).join('')
        const read: string[] = []
        const take = createLineReader((line) => read.push(line))
        const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b)
        for (const [index, place] of [0, ...places].entries()) take(text.slice(place, places[index] ?? text.length))
        expect(read).toEqual(lines)
      }),
    )
    const long: string[] = []
    const take = createLineReader((line) => long.push(line))
    for (let count = 0; count < 100; count += 1) take('x'.repeat(10_000))
    take('\n')
    expect(long.map((line) => line.length)).toEqual([16_384])
  })
})

describe('what is handed to a program', () => {
  test('never holds a token among the arguments, which every user of the computer can read', () => {
    const token = 'eyJh-secret-token'
    for (const plan of [
      planCloudflared({ origin: 'http://127.0.0.1:8801', url: 'https://texts.example.com', token }),
      planNgrok({ origin: 'http://127.0.0.1:8801', url: null, token }),
    ]) {
      expect(plan.args.join(' ')).not.toContain(token)
      expect(Object.values(plan.env)).toEqual([token])
    }
    expect(planCloudflared({ origin: 'http://127.0.0.1:8801', url: null, token: null }).args).toEqual([
      'tunnel',
      '--no-autoupdate',
      '--url',
      'http://127.0.0.1:8801',
    ])
  })

  test('is no more of the environment than it needs', () => {
    expect(childEnvironment({ PATH: '/bin', HOME: '/home/a', SMS_DESK_VAULT_PASSPHRASE: 'secret', AWS_SECRET_ACCESS_KEY: 'x' })).toEqual({
      PATH: '/bin',
      HOME: '/home/a',
    })
  })

  test('never lets a server, a user or a key file be read as an option or a command', () => {
    const sound = { host: 'gate.example.com', user: 'desk', keyFile: '' }
    expect(sshProblem(sound)).toBeNull()
    expect(sshProblem({ ...sound, host: '-oProxyCommand=evil' })).toMatch(/server/)
    expect(sshProblem({ ...sound, host: 'a b' })).toMatch(/server/)
    expect(sshProblem({ ...sound, user: '-x' })).toMatch(/user/)
    expect(sshProblem({ ...sound, keyFile: 'relative' })).toMatch(/path/)
    const { args } = planSsh({
      choice: { kind: 'ssh', ...sound, port: 22, remotePort: 8_080, url: '' },
      listenerPort: 8_801,
      url: 'https://a.example',
    })
    expect(args).toContain('StrictHostKeyChecking=yes')
    expect(args).toContain('ExitOnForwardFailure=yes')
    expect(args.slice(-2)).toEqual(['--', 'gate.example.com'])
  })
})

test('programs are looked for in PATH first, then where they usually are, and never in a relative folder', () => {
  const linux = placesOf('ngrok', { platform: 'linux', env: { PATH: '/opt/tools:.:bin' } })
  expect(linux.slice(0, 2)).toEqual(['/opt/tools/ngrok', '/usr/local/bin/ngrok'])
  const windows = placesOf('ssh', { platform: 'win32', env: { Path: 'C:\\Tools;here', SystemRoot: 'C:\\Windows' } })
  expect(windows).toEqual(['C:\\Tools\\ssh.exe', 'C:\\Windows\\System32\\OpenSSH\\ssh.exe'])
  expect(placesOf('ngrok', { platform: 'linux', env: { PATH: '/bin' }, set: { ngrok: '/srv/ngrok' } })).toEqual(['/srv/ngrok'])
  expect(placesOf('ngrok', { platform: 'linux', env: { PATH: '/bin' }, set: { ngrok: 'ngrok' } })).toEqual([])
})

test('waits double up to five minutes, and the random part only shortens them', () => {
  expect([1, 2, 3, 10, 1_000].map((failures) => retryDelayMs(failures, 0))).toEqual([1_000, 2_000, 4_000, 300_000, 300_000])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, random) => {
      const full = retryDelayMs(failures, 0)
      expect(retryDelayMs(failures, random)).toBeGreaterThanOrEqual(full / 2)
      expect(retryDelayMs(failures, random)).toBeLessThanOrEqual(full)
    }),
  )
})

test.each([
  ['https://Texts.Example.com/', { url: 'https://texts.example.com' }],
  ['  https://example.com:8443/desk// ', { url: 'https://example.com:8443/desk' }],
  ['http://127.0.0.1:9000', { url: 'http://127.0.0.1:9000' }],
  ['http://localhost:9000/', { url: 'http://localhost:9000' }],
])('%s is a public address', (raw, read) => {
  expect(readPublicUrl(raw)).toEqual(read)
})

test.each([
  '',
  'example.com',
  'http://example.com',
  'http://192.168.1.4',
  'http://127.0.0.1.example.com',
  'ftp://example.com',
  'https://a:b@example.com',
  'https://example.com/?a=b',
  'https://exa mple.com',
  'javascript:alert(1)',
])('“%s” is none', (raw) => {
  expect(readPublicUrl(raw)).toEqual({ problem: expect.stringMatching(/\.$/) as string })
})

test('what a localtunnel server answers is used only as far as it makes sense', () => {
  const answer = { id: 'calm-fox', port: 41_234, max_conn_count: 10, url: 'https://calm-fox.loca.lt' }
  expect(readPlace(JSON.stringify(answer), 'loca.lt')).toEqual({
    url: 'https://calm-fox.loca.lt',
    host: 'loca.lt',
    port: 41_234,
    connections: 10,
  })
  expect(readPlace(JSON.stringify({ ...answer, max_conn_count: 1_000_000 }), 'loca.lt')).toMatchObject({ connections: 10 })
  expect(readPlace(JSON.stringify({ ...answer, port: 0 }), 'loca.lt')).toBeNull()
  expect(readPlace(JSON.stringify({ ...answer, url: 'http://calm-fox.loca.lt' }), 'loca.lt')).toBeNull()
  expect(readPlace('<html>', 'loca.lt')).toBeNull()
})

test('an account is warned when the address in force is not the one that was pasted', () => {
  const pasted = { url: 'https://a.example' }
  expect(pastedState('https://a.example', pasted)).toBe('current')
  expect(pastedState('https://b.example', pasted)).toBe('changed')
  expect(pastedState(null, pasted)).toBe('unknown')
  expect(pastedState('https://a.example', undefined)).toBe('never')
})
