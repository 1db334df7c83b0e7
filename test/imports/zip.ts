import { crc32, deflateRawSync } from 'node:zlib'

/**
 * A packed file of these parts (APPNOTE.TXT, §4.3).
 * @param saysSize bytes a part says it unpacks to, where that is not the truth
 */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>, saysSize?: number): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(saysSize ?? bytes.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const piece = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed])
    local.push(piece)
    central.push(Buffer.from('504b01021400', 'hex'), common, place, Buffer.from(name))
    offset += piece.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(local.length, 8)
  end.writeUInt16LE(local.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}
