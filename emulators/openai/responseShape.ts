import { z } from 'zod'

const part = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('input_text'), text: z.string() }),
  z.strictObject({
    type: z.literal('input_image'),
    image_url: z.string().nullish(),
    file_id: z.string().nullish(),
    detail: z.enum(['low', 'high', 'auto', 'original']).nullish(),
  }),
  z.looseObject({ type: z.literal('output_text'), text: z.string() }),
])
const message = z.looseObject({
  type: z.literal('message').optional(),
  role: z.enum(['user', 'assistant', 'system', 'developer']),
  content: z.union([z.string(), z.array(part)]),
})
const format = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    name: z.string().regex(/^[\w-]{1,64}$/),
    schema: z.record(z.string(), z.unknown()),
    strict: z.boolean().nullish(),
    description: z.string().nullish(),
  }),
])

/** What `POST /responses` takes; anything else is an unknown parameter. */
export const responseShape = z.strictObject({
  model: z.string(),
  input: z.union([z.string(), z.array(message)]),
  instructions: z.string().nullish(),
  text: z
    .strictObject({ format: format.optional(), verbosity: z.enum(['low', 'medium', 'high']).nullish() })
    .optional(),
  reasoning: z
    .strictObject({ effort: z.string().nullish(), summary: z.string().nullish(), mode: z.string().nullish() })
    .nullish(),
  max_output_tokens: z.int().min(16).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  metadata: z.record(z.string(), z.string().max(512)).nullish(),
  store: z.boolean().nullish(),
  background: z.boolean().nullish(),
  stream: z.boolean().nullish(),
  service_tier: z.enum(['auto', 'default', 'flex', 'priority']).nullish(),
  truncation: z.enum(['auto', 'disabled']).nullish(),
  previous_response_id: z.string().nullish(),
  prompt_cache_key: z.string().nullish(),
  safety_identifier: z.string().nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  tools: z.array(z.looseObject({})).max(0, { error: 'the emulator has no tools' }).optional(),
  tool_choice: z.unknown().optional(),
  include: z.array(z.string()).nullish(),
  user: z.string().nullish(),
})
export type ResponseAsked = z.output<typeof responseShape>

/** All words of a request, and the pictures it shows. */
export const readInput = ({ input, instructions }: ResponseAsked): { words: string; pictures: string[] } => {
  const messages = typeof input === 'string' ? [{ content: input }] : input
  const parts = messages.flatMap(({ content }) =>
    typeof content === 'string' ? [{ type: 'input_text' as const, text: content }] : content,
  )
  return {
    words: [
      instructions ?? '',
      ...parts.flatMap((one) => ('text' in one && typeof one.text === 'string' ? [one.text] : [])),
    ].join('\n'),
    pictures: parts.flatMap((one) =>
      one.type === 'input_image' && typeof one.image_url === 'string' ? [one.image_url] : [],
    ),
  }
}
