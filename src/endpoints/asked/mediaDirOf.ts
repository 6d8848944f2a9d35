import type { PayloadRequest } from 'payload'

/** Where Payload keeps media; the worker reads the same folder. */
export const mediaDirOf = ({ payload }: PayloadRequest): string =>
  String(payload.collections.media.config.upload.staticDir)
