/** What goes back: bytes and text as they are, everything else as JSON. */
export type Reply = { status: number; headers: Record<string, string>; body: Buffer }

export const jsonReply = (status: number, body: unknown, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(JSON.stringify(body)),
})

export const textReply = (status: number, body: string, type = 'text/plain; charset=utf-8'): Reply => ({
  status,
  headers: { 'content-type': type },
  body: Buffer.from(body),
})

export const bytesReply = (body: Buffer, type: string): Reply => ({
  status: 200,
  headers: { 'content-type': type },
  body,
})
