import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { limits } from '@/domain/limits'
import type { FilmTools } from '../spec/filmTools'
import type { Made } from '../spec/paidProvider'
import { checkMedia, type Asked, type Checked } from './checkMedia'
import { mediaTooLarge } from './fetchErrors'
import type { Reach } from './publicLookup'
import { safeFetch } from './safeFetch'

export type Taken = Checked & { sha256: string }

const bytesMost: Record<Asked['kind'], number> = {
  picture: limits.ownPictureBytesMax,
  clip: limits.ownMediaBytesMax,
  sound: 500_000_000,
}
const withinMs = 600_000

/**
 * Takes one thing a provider made to the file `to`, from its address or out of the answer, and looks at it to its end.
 * The file is there only when all is well. Throws StudioError: what `safeFetch` and `checkMedia` throw.
 */
export const takeMade = async (
  { made, asked, to }: { made: Made; asked: Asked; to: string },
  at: Reach & { film: Pick<FilmTools, 'probe' | 'decode'>; signal: AbortSignal },
): Promise<Taken> => {
  const most = bytesMost[asked.kind]
  const sha256 =
    'bytes' in made
      ? await written(made.bytes, to, most)
      : (await safeFetch({ url: made.url, to, bytesMost: most, withinMs }, at)).sha256
  try {
    return { ...(await checkMedia(to, asked, at)), sha256 }
  } catch (error) {
    await rm(to, { force: true })
    throw error
  }
}

const written = async (bytes: Buffer, to: string, most: number): Promise<string> => {
  if (bytes.length > most) throw mediaTooLarge('What came inside of the answer', most)
  await mkdir(dirname(to), { recursive: true })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const part = `${to}.${sha256.slice(0, 16)}.part`
  try {
    const file = await open(part, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, to)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return sha256
}
