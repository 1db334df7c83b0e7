import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'
import * as z from 'zod'

/** Account id → key → value. */
export type VaultContents = Record<string, Record<string, string>>

/**
 * Cost of turning the passphrase into a key. 64 MiB, about a quarter of a second on a desk machine (measured: 240 ms);
 * the OWASP cheat sheet on password storage gives N = 2^16, r = 8, p = 2 as one of its equal choices.
 */
const SCRYPT = { N: 65_536, r: 8, p: 2 } as const

const base64Of = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes)

/** What is read is bounded, so that a strange file cannot ask for all memory there is. */
const keySource = z.strictObject({
  name: z.literal('scrypt'),
  N: z
    .int()
    .min(32_768)
    .max(1_048_576)
    .refine((cost) => Number.isInteger(Math.log2(cost))),
  r: z.int().min(8).max(16),
  p: z.int().min(1).max(16),
  salt: base64Of(16),
})

const vaultFile = z.strictObject({
  format: z.literal('sms-desk-vault'),
  version: z.literal(1),
  key: keySource,
  cipher: z.literal('aes-256-gcm'),
  iv: base64Of(12),
  tag: base64Of(16),
  data: z.base64(),
  /** SHA-256 of everything above: tells a damaged file from a wrong passphrase. Protects nothing. */
  checksum: base64Of(32),
})
type VaultFile = z.infer<typeof vaultFile>

const contentsSchema = z.record(z.string(), z.record(z.string(), z.string()))

/** A key and the public facts it was made from. */
export interface VaultKey {
  source: z.infer<typeof keySource>
  bytes: Buffer
}

/** A key for a new vault: the passphrase with a salt of its own. */
export function newVaultKey(passphrase: string): Promise<VaultKey> {
  return deriveKey(passphrase, { name: 'scrypt', ...SCRYPT, salt: randomBytes(16).toString('base64') })
}

/** The text of a vault file. Every call takes a fresh random IV (NIST SP 800-38D, 8.2.2). */
export function sealVault(contents: VaultContents, key: VaultKey): string {
  const iv = randomBytes(12)
  const head = { format: 'sms-desk-vault', version: 1, key: key.source, cipher: 'aes-256-gcm', iv: iv.toString('base64') } as const
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(boundData(head))
  const data = Buffer.concat([cipher.update(JSON.stringify(contents), 'utf8'), cipher.final()])
  const body = { ...head, tag: cipher.getAuthTag().toString('base64'), data: data.toString('base64') }
  return `${JSON.stringify({ ...body, checksum: checksumOf(body) }, null, 2)}\n`
}

export type OpenedVault =
  | { outcome: 'opened'; contents: VaultContents; key: VaultKey }
  | { outcome: 'wrong_passphrase' }
  | { outcome: 'damaged'; cause: unknown }

/** Opens the text of a vault file. An intact file that the passphrase does not open has another passphrase. */
export async function unsealVault(text: string, passphrase: string): Promise<OpenedVault> {
  let file: VaultFile
  try {
    file = vaultFile.parse(JSON.parse(text))
    const { checksum, ...body } = file
    if (checksumOf(body) !== checksum) throw new Error('The checksum of the vault file does not match.')
  } catch (cause) {
    return { outcome: 'damaged', cause }
  }
  const key = await deriveKey(passphrase, file.key)
  let plain: string
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(file.iv, 'base64'), { authTagLength: 16 })
      .setAAD(boundData(file))
      .setAuthTag(Buffer.from(file.tag, 'base64'))
    plain = Buffer.concat([decipher.update(Buffer.from(file.data, 'base64')), decipher.final()]).toString('utf8')
  } catch {
    return { outcome: 'wrong_passphrase' }
  }
  try {
    return { outcome: 'opened', contents: contentsSchema.parse(JSON.parse(plain)), key }
  } catch (cause) {
    return { outcome: 'damaged', cause }
  }
}

/** Same letters, same key: keyboards differ in how they compose accents. */
function deriveKey(passphrase: string, source: VaultKey['source']): Promise<VaultKey> {
  const { N, r, p } = source
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), Buffer.from(source.salt, 'base64'), 32, { N, r, p, maxmem: 256 * N * r }, (error, bytes) =>
      error === null ? resolve({ source, bytes }) : reject(error),
    )
  })
}

/** Authenticated with the data, so that neither version nor cost can be changed under it. */
function boundData(file: Pick<VaultFile, 'format' | 'version' | 'key' | 'cipher'>): Buffer {
  const { name, N, r, p, salt } = file.key
  return Buffer.from([file.format, file.version, file.cipher, name, N, r, p, salt].join('\n'))
}

function checksumOf(body: Omit<VaultFile, 'checksum'>): string {
  const { iv, tag, data } = body
  return createHash('sha256').update(boundData(body)).update(`\n${iv}\n${tag}\n${data}`).digest('base64')
}
