import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'

const signs = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 }

/**
 * Writes one entry of a zip file, the first whose name `wanted` accepts, to `target`.
 * Reads stored and deflated entries below 4 GB. Throws when there is none, or when size or checksum do not fit.
 */
export const extractZipEntry = async (zipFile, wanted, target) => {
  const file = await open(zipFile)
  try {
    const entry = (await readDirectory(file)).find(({ name }) => wanted(name))
    if (!entry) throw new Error(`${zipFile} does not hold the program looked for`)
    const start = await dataStart(file, entry)
    const end = start + entry.packedSize - 1
    const read = file.createReadStream({ start, end, autoClose: false })
    let sum = 0
    let size = 0
    const measure = async function* (parts) {
      for await (const part of parts) {
        sum = crc32(part, sum)
        size += part.length
        yield part
      }
    }
    const unpack = entry.method === 8 ? [createInflateRaw()] : []
    await pipeline([read, ...unpack, measure, createWriteStream(target)])
    if (size !== entry.size || sum !== entry.crc) throw new Error(`${entry.name} in ${zipFile} is damaged`)
  } finally {
    await file.close()
  }
}

const readDirectory = async (file) => {
  const { size } = await file.stat()
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  let at = tail.length - 22
  while (at >= 0 && tail.readUInt32LE(at) !== signs.end) at--
  if (at < 0) throw new Error('this is no zip file, or it was cut off')
  const directory = await readAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12))
  const entries = []
  for (let p = 0; p + 46 <= directory.length && directory.readUInt32LE(p) === signs.directory;) {
    const nameLength = directory.readUInt16LE(p + 28)
    entries.push({
      name: directory.toString('utf8', p + 46, p + 46 + nameLength),
      method: directory.readUInt16LE(p + 10),
      crc: directory.readUInt32LE(p + 16),
      packedSize: directory.readUInt32LE(p + 20),
      size: directory.readUInt32LE(p + 24),
      offset: directory.readUInt32LE(p + 42),
    })
    p += 46 + nameLength + directory.readUInt16LE(p + 30) + directory.readUInt16LE(p + 32)
  }
  return entries
}

const dataStart = async (file, entry) => {
  const local = await readAt(file, entry.offset, 30)
  if (local.readUInt32LE(0) !== signs.local) throw new Error(`${entry.name} is damaged`)
  if (entry.method !== 8 && entry.method !== 0) throw new Error(`${entry.name} is packed in an unknown way`)
  return entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
}

const readAt = async (file, position, length) => {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  if (bytesRead !== length) throw new Error('the zip file was cut off')
  return buffer
}
