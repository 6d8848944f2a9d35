import { createReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { PayloadRequest } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'
import type { Media } from '@/payload-types'
import type { Bucket } from '@/stores/bucket/s3Bucket'
import { bucketOf } from '../asked/bucketOf'
import { mediaDirOf } from '../asked/mediaDirOf'
import { smallFile } from './smallFile'

/** Shown where they are asked for; everything else is handed over to be saved, and could run nothing if it were not. */
const shown =
  /^(image\/(png|jpeg|gif|webp|avif|bmp)|video\/[\w.+-]+|audio\/[\w.+-]+|text\/(plain|vtt)|application\/(json|x-subrip))$/
const policies = {
  shown: "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  saved: "default-src 'none'; sandbox; frame-ancestors 'none'",
}

type Asked = { params: { filename: string; clientUploadContext?: unknown } }

/**
 * A file of the library for people who may see a project it is part of: by ranges, with an ETag of its content, and
 * never as a page; `?size=small` is its picture at 320 × 180. Fails: FILE_UNKNOWN, also for files of other projects; RANGE_REFUSED.
 */
export const sendFileOf =
  (mediaDir: string) =>
  async (req: PayloadRequest, { params }: Asked): Promise<Response> => {
    const media = params.clientUploadContext === undefined ? await mediaOf(req, params.filename) : null
    return send(req, { mediaDir, filename: params.filename, media })
  }

type Kept = Pick<Media, 'filename' | 'mimeType' | 'sha256'>

/** A file we keep that has no document of its own, for whom the caller lets see it. Fails: FILE_UNKNOWN, RANGE_REFUSED. */
export const sendKept = (req: PayloadRequest, media: Kept & { filename: string }): Promise<Response> =>
  send(req, { mediaDir: mediaDirOf(req), filename: media.filename, media })

/** The file of this document; whoever calls has checked that it may be seen. Fails: FILE_UNKNOWN, RANGE_REFUSED. */
export const sendMedia = (req: PayloadRequest, media: Kept): Promise<Response> =>
  sendKept(req, { ...media, filename: media.filename ?? '' })

const send = async (
  req: PayloadRequest,
  { mediaDir, filename, media }: { mediaDir: string; filename: string; media: Kept | null },
): Promise<Response> => {
  const path = resolve(mediaDir, filename)
  const file = media && path.startsWith(resolve(mediaDir) + sep) ? await fileAt(path, media, bucketOf(req)) : null
  if (!media || !file?.isFile()) throw fileUnknown()
  const etag = `"${media.sha256 ?? `${String(file.size)}-${String(Math.round(file.mtimeMs))}`}"`
  if (req.searchParams.get('size') === 'small' && media.mimeType?.startsWith('image/')) {
    const small = await smallFile({ mediaDir, path, etag })
    if (small) return partOf(await smallSent(small, etag), req.headers)
  }
  return partOf({ path, size: file.size, headers: headersOf(media, etag) }, req.headers)
}

/** A small picture is what its file is: asked for again each time, too. */
const smallSent = async (path: string, etag: string): Promise<Sent> => {
  const { size } = await stat(path)
  const media = { mimeType: 'image/webp', filename: 'small.webp' }
  return { path, size, headers: headersOf(media, etag.replace(/"$/, '-small"')) }
}

/** Those only the bucket has are brought. */
const fileAt = async (path: string, { filename }: Kept, bucket: Bucket | null): Promise<Stats | null> => {
  const here = await stat(path).catch(() => null)
  if (here || !bucket || !filename || !/^[0-9a-f]{64}\./.test(filename)) return here
  return (await bucket.bring(filename, path)) ? stat(path) : null
}

type Sent = { path: string; size: number; headers: Headers }

/** The part that is asked for, the whole, or that whoever asks has it already. */
const partOf = ({ path, size, headers }: Sent, asked: Headers): Response => {
  const etag = headers.get('ETag') ?? ''
  if (namesIt(asked.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  const range = namesIt(asked.get('if-range') ?? etag, etag) ? rangeOf(asked.get('range'), size) : null
  const { start, end } = range ?? { start: 0, end: size - 1 }
  headers.set('Content-Length', String(end - start + 1))
  if (range) headers.set('Content-Range', `bytes ${String(start)}-${String(end)}/${String(size)}`)
  return new Response(size === 0 ? null : streamOf(path, { start, end }), { status: range ? 206 : 200, headers })
}

const mediaOf = async (req: PayloadRequest, filename: string): Promise<Media | null> => {
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { filename: { equals: filename } },
    limit: 1,
    depth: 0,
    pagination: false,
    overrideAccess: false,
    req,
  })
  return docs[0] ?? null
}

const headersOf = ({ mimeType, filename }: Pick<Media, 'mimeType' | 'filename'>, etag: string): Headers => {
  const isShown = shown.test(mimeType ?? '')
  const name = (filename ?? 'file').replace(/[^\w.-]/g, '_')
  return new Headers({
    'Content-Type': isShown ? (mimeType ?? '') : 'application/octet-stream',
    'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; filename="${name}"`,
    'Content-Security-Policy': isShown ? policies.shown : policies.saved,
    'Accept-Ranges': 'bytes',
    // asked for again each time, so that whoever leaves a project sees no more of it
    'Cache-Control': 'private, no-cache',
    ETag: etag,
  })
}

const namesIt = (asked: string | null, etag: string): boolean =>
  asked?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*') ?? false

/** One range of a file; null: the whole of it, also when several are asked for. Fails: RANGE_REFUSED. */
const rangeOf = (asked: string | null, size: number): { start: number; end: number } | null => {
  const found = /^bytes=(\d*)-(\d*)$/.exec(asked ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return null
  const [from = '', to = ''] = found.slice(1)
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (start <= end && start < size) return { start, end }
  throw new StudioError({
    code: 'RANGE_REFUSED',
    what: 'This part of the file was not sent.',
    why: `The file has ${String(size)} bytes.`,
    fix: 'Ask for a range inside it.',
    field: 'Range',
  })
}

const streamOf = (path: string, range: { start: number; end: number }): ReadableStream<Uint8Array> =>
  Readable.toWeb(createReadStream(path, range)) as ReadableStream<Uint8Array>

const fileUnknown = () =>
  new StudioError({
    code: 'FILE_UNKNOWN',
    what: 'There is no such file.',
    why: 'No file you may see has this name.',
    fix: 'List them with GET /api/media.',
  })
