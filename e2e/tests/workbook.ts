import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A file of an .xlsx, which is a zip (PKWARE APPNOTE 4.3). */
interface Part {
  name: string
  content: Buffer
}

/** An .xlsx in which texts were replaced wherever they stand, as somebody edits it by find and replace. */
export function edited(workbook: Buffer, replaced: Record<string, string>): Buffer {
  return zipped(
    partsOf(workbook).map(({ name, content }) =>
      name.endsWith('.xml') ? { name, content: Buffer.from(replaceAll(content.toString('utf8'), replaced), 'utf8') } : { name, content },
    ),
  )
}

/** What a part of an .xlsx says. */
export function partOf(workbook: Buffer, name: string): string {
  const part = partsOf(workbook).find((each) => each.name === name)
  if (!part) throw new Error(`the workbook has no ${name}`)
  return part.content.toString('utf8')
}

function replaceAll(text: string, replaced: Record<string, string>): string {
  return Object.entries(replaced).reduce((so, [before, after]) => so.replaceAll(before, after), text)
}

/** Reads the parts by the list at the end of the zip. */
function partsOf(zip: Buffer): Part[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const parts: Part[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [length, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [number, number, number]
    const name = zip.toString('utf8', at + 46, at + 46 + length)
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    parts.push({ name, content: zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed) })
    at += 46 + length + extra + comment
  }
  return parts
}

function zipped(parts: Part[]): Buffer {
  const locals: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const packed = deflateRawSync(content)
    const title = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, title, packed])
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, entry, title]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
