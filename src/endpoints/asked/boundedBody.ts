import type { PayloadRequest } from 'payload'

/** The body of a request; null when it is larger than `max` bytes, of which no more is read then. */
export const boundedBody = async ({ headers, body }: PayloadRequest, max: number): Promise<Buffer | null> => {
  if (Number(headers.get('content-length') ?? 0) > max) return null
  const stream = body as ReadableStream<Uint8Array> | null | undefined
  if (!stream) return Buffer.alloc(0)
  const parts: Uint8Array[] = []
  let bytes = 0
  const reader = stream.getReader()
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    bytes += value?.length ?? 0
    if (bytes > max) {
      await reader.cancel().catch(() => undefined)
      return null
    }
    if (value) parts.push(value)
  }
  return Buffer.concat(parts)
}
