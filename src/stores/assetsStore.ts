import { existsSync } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { StudioError } from '@/domain/errors/StudioError'
import type { Asset } from '@/domain/generation/generationKey'
import type { Bucket } from './bucket/s3Bucket'
import { textCollection, type ControlDb } from './controlDb'
import { sha256OfFile } from './sha256'

type AssetDocument = Omit<Asset, 'sha256'> & { _id: string; project: string; at: Date; inBucket?: true }
export type AssetsStore = ReturnType<typeof assetsStore>

const mimes: Record<string, string> = {
  '.png': 'image/png', '.webp': 'image/webp', '.avi': 'video/x-msvideo', '.mp3': 'audio/mpeg', '.m4a': 'audio/mp4', '.aac': 'audio/aac', '.flac': 'audio/flac', '.ogg': 'audio/ogg', '.opus': 'audio/ogg',
  '.mov': 'video/quicktime', '.webm': 'video/webm', '.mkv': 'video/x-matroska', '.jpg': 'image/jpeg', '.mp4': 'video/mp4', '.wav': 'audio/wav', '.srt': 'application/x-subrip',
  '.vtt': 'text/vtt', '.fountain': 'text/plain', '.json': 'application/json',
  '.md': 'text/markdown', '.otio': 'application/json', '.edl': 'text/plain', '.xml': 'application/xml', '.fcpxml': 'application/xml', '.fdx': 'application/xml', '.zip': 'application/zip',
} // prettier-ignore

const named = /\b[0-9a-f]{64}\.[a-z0-9]{1,8}\b/g

/**
 * Finished files by their content: `media/<sha256>.<ext>`. Adding the same bytes twice is one file. With a bucket every
 * file is put there before its document says that it is kept, and the folder is a cache of it.
 */
export const assetsStore = (control: ControlDb, mediaDir: string, bucket: Bucket | null = null) => {
  const assets = textCollection<AssetDocument>(control.db, 'assets')
  const pathOf = (name: string): string => join(mediaDir, name)
  const has = (name: string): boolean => existsSync(pathOf(name))
  const putOnce = async (_id: string, name: string, mime: string): Promise<void> => {
    if (!bucket || (await assets.findOne({ _id, inBucket: true }, { projection: { _id: 1 } }))) return
    await bucket.put(name, { path: pathOf(name), mime })
  }
  const isHere = async (name: string): Promise<boolean> =>
    has(name) || (bucket !== null && (await bucket.bring(name, pathOf(name))))
  return {
    pathOf,
    has,
    /** Whether all of them are in the folder now; those only the bucket has are brought. Fails: BUCKET_FAILED. */
    async present(names: readonly string[]): Promise<boolean> {
      for (const name of names) if (!(await isHere(name))) return false
      return true
    },
    /** Brings every file that is named somewhere in `value` and only in the bucket. Fails: BUCKET_FAILED. */
    async bringAll(value: unknown): Promise<void> {
      if (!bucket) return
      for (const [name] of JSON.stringify(value).matchAll(named)) await isHere(name)
    },
    /** Puts files of this folder into the bucket that were kept before there was one. Answers how many. */
    async fillBucket(until: AbortSignal): Promise<number> {
      let put = 0
      if (!bucket) return put
      for await (const { _id, name, mime } of assets.find({ inBucket: { $ne: true } })) {
        if (until.aborted) return put
        if (!has(name)) continue
        await bucket.put(name, { path: pathOf(name), mime })
        await assets.updateOne({ _id }, { $set: { inBucket: true } })
        put += 1
      }
      return put
    },

    /** Takes the file over: hashed, forced to disk, renamed into the media folder. `file` is gone afterwards. */
    async keep(file: string, project: string, facts: Partial<Asset> = {}): Promise<Asset> {
      const ext = extname(file)
      const [sha256, { size }] = await Promise.all([sha256OfFile(file), stat(file)])
      const name = `${sha256}${ext}`
      await mkdir(mediaDir, { recursive: true })
      try {
        if (existsSync(pathOf(name))) await rm(file, { force: true })
        else await moveSafely(file, pathOf(name))
      } catch (cause) {
        throw storageFailed(cause)
      }
      const { width, height, durationS, frames } = facts
      const asset: Asset = {
        sha256, name, bytes: size, mime: mimes[ext] ?? 'application/octet-stream',
        ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }),
        ...(durationS === undefined ? {} : { durationS }), ...(frames === undefined ? {} : { frames }),
      } // prettier-ignore
      const { sha256: _id, ...rest } = asset
      await putOnce(sha256, name, rest.mime)
      const row = {
        $setOnInsert: { ...rest, project, at: new Date() },
        ...(bucket ? { $set: { inBucket: true as const } } : {}),
      }
      await assets.updateOne({ _id }, row, { upsert: true })
      return asset
    },

    async find(sha256: string): Promise<Asset | null> {
      const found = await assets.findOne({ _id: sha256 }, { projection: { project: 0, at: 0, inBucket: 0 } })
      if (!found) return null
      const { _id, ...facts } = found
      return { sha256: _id, ...facts }
    },
    async names(): Promise<Set<string>> {
      return new Set((await assets.find({}, { projection: { name: 1 } }).toArray()).map((asset) => asset.name))
    },
    /** Removes the file itself, here and in the bucket; its document is the caller’s. */
    async removeFile(name: string): Promise<void> {
      await rm(pathOf(name), { force: true })
      await bucket?.remove(name)
    },
  }
}

/** On disk before it has its final name, so that a crash never leaves half a file under it. */
const moveSafely = async (from: string, to: string): Promise<void> => {
  const handle = await open(from, 'r+')
  await handle.sync()
  await handle.close()
  await rename(from, to).catch(async (error: unknown) => {
    if ((error as { code?: string }).code !== 'EXDEV') throw error
    await copyFile(from, `${to}.part`)
    await rename(`${to}.part`, to)
    await rm(from, { force: true })
  })
}

const storageFailed = (cause: unknown) =>
  new StudioError({
    code: 'STORAGE_FAILED',
    what: 'A finished file could not be put into the media folder.',
    why: cause instanceof Error ? cause.message : String(cause),
    fix: 'Make room on the disk (npm run backlot -- clean) or give BACKLOT_HOME a folder that can be written, then run the same command again.',
    retry: 'afterFix',
    cause,
  })
