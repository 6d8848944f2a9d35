/** One server-sent event as a browser reads it. */
export type Sent = { id: string; event: string; data: Record<string, any> }
export type Listening = { events: Sent[]; ended: Promise<void>; leave: () => Promise<void> }

const read = (block: string): Sent[] => {
  const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
  const data = line('data')
  return data === undefined ? [] : [{ id: line('id') ?? '', event: line('event') ?? '', data: JSON.parse(data) }]
}

/** Reads a stream of events until it ends or `leave` is called; `events` grows as they come. */
export const eventsOf = (answer: Response): Listening => {
  const events: Sent[] = []
  const reader = answer.body!.getReader()
  const decoder = new TextDecoder()
  const listen = async () => {
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      events.push(...blocks.flatMap(read))
    }
  }
  return { events, ended: listen().catch(() => undefined), leave: () => reader.cancel().catch(() => undefined) }
}
