import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { ulid } from 'ulid'
import type { S3Client } from '@aws-sdk/client-s3'
import { StudioError } from '@/domain/errors/StudioError'
import { sha256OfFile } from '../sha256'

/** Where media are kept beside the folder of this machine. Files are named by their content, so a name never changes what it means. */
export type Bucket = {
  /** Fails: BUCKET_FAILED. */
  put: (name: string, file: { path: string; mime: string }) => Promise<void>
  /** Brings a file whole to `to`; false: it is not there. Fails: BUCKET_FAILED, also when its bytes are others than its name says. */
  bring: (name: string, to: string) => Promise<boolean>
  remove: (name: string) => Promise<void>
}

export type BucketSettings = {
  bucket: string
  region: string
  /** Of a server that speaks S3; undefined: AWS. */
  endpoint?: string | undefined
  /** Undefined: as the AWS SDK finds them on this machine. */
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined
}

const tries = 3
const pauseMs = 500
const keyOf = (name: string): string => `media/${name}`

/** Media in a bucket of S3 or of a server that speaks it. Asks nobody, and loads nothing, before it is used. */
export const s3Bucket = (settings: BucketSettings): Bucket => {
  const { bucket: Bucket } = settings
  let opened: ReturnType<typeof open> | null = null
  const sdk = () => (opened ??= open(settings))

  return {
    put: (name, { path, mime }) =>
      carried(name, async () => {
        const { client, PutObjectCommand } = await sdk()
        const { size: ContentLength } = await stat(path)
        const Body = createReadStream(path)
        await client.send(new PutObjectCommand({ Bucket, Key: keyOf(name), Body, ContentLength, ContentType: mime }))
      }),
    bring: (name, to) =>
      carried(name, async () => {
        const { client, GetObjectCommand } = await sdk()
        const part = `${to}.${ulid()}.part`
        try {
          const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(name) }))
          await mkdir(dirname(to), { recursive: true })
          await pipeline(Body as Readable, createWriteStream(part))
          if (!name.startsWith(await sha256OfFile(part))) throw new Error('its bytes are others than its name says')
          await rename(part, to)
          return true
        } catch (error) {
          if (isNotThere(error)) return false
          throw error
        } finally {
          await rm(part, { force: true })
        }
      }),
    remove: (name) =>
      carried(name, async () => {
        const { client, DeleteObjectCommand } = await sdk()
        await client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(name) }))
      }),
  }
}

const nothing = () => undefined
/** What fails is told by our own error; the SDK would write on stderr beside it. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/** The SDK takes a while to load: only a studio with a bucket does. */
const open = async ({ region, endpoint, credentials }: BucketSettings) => {
  const sdk = await import('@aws-sdk/client-s3')
  const client: S3Client = new sdk.S3Client({
    region,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(credentials ? { credentials } : {}),
    // servers other than AWS do not know its newer checksums; names are checked when a file is brought
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    logger: silent,
    maxAttempts: 1, // a stream cannot be sent twice: it is begun anew here
  })
  return { client, ...sdk }
}

const isNotThere = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound')

const isRefused = (error: unknown): boolean => {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0
  return status >= 400 && status < 500 && status !== 408 && status !== 429
}

const carried = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  for (let turn = 1; ; turn++) {
    try {
      return await work()
    } catch (error) {
      if (turn >= tries || isRefused(error)) throw bucketFailed(name, error)
      await sleep(pauseMs * turn)
    }
  }
}

const bucketFailed = (name: string, cause: unknown) =>
  new StudioError({
    code: 'BUCKET_FAILED',
    what: `The file ${name.slice(0, 12)}… could not be carried to or from the bucket.`,
    why: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause),
    fix: 'Look at S3_BUCKET, S3_REGION, S3_ENDPOINT and the keys, and whether the server is there; then go on with the run.',
    retry: isRefused(cause) ? 'afterFix' : 'later',
    cause,
  })
