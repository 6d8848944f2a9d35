import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { smallPicture } from '@/providers/own/smallPicture'

type Asked = { mediaDir: string; path: string; etag: string }

/** Several cards may ask for one picture at once: it is made once. */
const making = new Map<string, Promise<void>>()

/**
 * Where the small picture of a file lies, made when it is first asked for and thrown away by `clean`; null when the
 * file is no picture that can be read. Whoever asks has checked that the file may be seen.
 */
export const smallFile = async ({ mediaDir, path, etag }: Asked): Promise<string | null> => {
  const name = createHash('sha256').update(etag).digest('hex')
  const to = join(dirname(mediaDir), 'tmp', 'small', `${name}.webp`)
  if (await stat(to).catch(() => null)) return to
  const made = making.get(to) ?? smallPicture(path, to).finally(() => making.delete(to))
  making.set(to, made)
  return made.then(
    () => to,
    () => null,
  )
}
