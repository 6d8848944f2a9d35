export type Part = { name: string; value: string | { bytes: Buffer; mime: string; fileName: string } }

/** A form as one body, so that it is sent with its length and never twice. */
export const multipart = async (parts: Part[]): Promise<{ body: Buffer; headers: Record<string, string> }> => {
  const form = new FormData()
  for (const { name, value } of parts) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new Blob([new Uint8Array(value.bytes)], { type: value.mime }), value.fileName)
  }
  const written = new Response(form)
  const body = Buffer.from(await written.arrayBuffer())
  return { body, headers: { 'content-type': written.headers.get('content-type') ?? '' } }
}
