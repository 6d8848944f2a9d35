import { z } from 'zod'
import type { HandedRun } from '@/stores/handedStore'

/** A file somebody can download: `path` is where it lies in the hand-off. */
export const handedShape = z.object({
  path: z.string(),
  url: z.string(),
  sha256: z.string(),
  mime: z.string(),
  bytes: z.number().int(),
})
export const handedFiles = (files: HandedRun['files']) =>
  files.map(({ path, asset }) => ({
    path,
    url: `/api/media/file/${asset.name}`,
    sha256: asset.sha256,
    mime: asset.mime,
    bytes: asset.bytes,
  }))
