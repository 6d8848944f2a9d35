type Body = { output: { type: string; id: string; content?: { type: string; text?: string }[] }[] }

/** A finished response as the events it would have been streamed in. */
export const streamOf = (json: string): string => {
  const response = JSON.parse(json) as Body
  const index = response.output.findIndex(({ type }) => type === 'message')
  const message = response.output[index]
  const text = message?.content?.[0]?.text ?? ''
  const place = { item_id: message?.id, output_index: index, content_index: 0 }
  const part = { type: 'output_text', annotations: [], logprobs: [] }
  const pieces = text.match(/[\s\S]{1,24}/g) ?? []
  const events = [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
    {
      type: 'response.output_item.added',
      output_index: index,
      item: { ...message, status: 'in_progress', content: [] },
    },
    { type: 'response.content_part.added', ...place, part: { ...part, text: '' } },
    ...pieces.map((delta) => ({ type: 'response.output_text.delta', ...place, delta, logprobs: [] })),
    { type: 'response.output_text.done', ...place, text, logprobs: [] },
    { type: 'response.output_item.done', output_index: index, item: message },
    { type: 'response.completed', response },
  ]
  return events
    .map((event, n) => `event: ${event.type}\ndata: ${JSON.stringify({ ...event, sequence_number: n })}\n\n`)
    .join('')
}
