import type { PayloadRequest } from 'payload'
import type { Bucket } from '@/stores/bucket/s3Bucket'

/** Where media are kept beside the folder; the studio hands it in (`custom.bucket`). Null: nowhere. */
export const bucketOf = ({ payload }: PayloadRequest): Bucket | null =>
  (payload.config.custom['bucket'] as Bucket | null | undefined) ?? null
