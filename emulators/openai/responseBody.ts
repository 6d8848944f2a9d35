import { epoch, type OpenaiParts } from './openaiAccount'
import { effortByDefault } from './openaiModels'
import type { ResponseAsked } from './responseShape'

/** What every response says of itself, whether it is queued or done. */
export const responseBody = ({ world }: OpenaiParts, { id, asked }: { id: string; asked: ResponseAsked }) => ({
  id,
  object: 'response',
  created_at: epoch(world.now()),
  model: asked.model,
  error: null,
  incomplete_details: null,
  ...echoed(asked),
  parallel_tool_calls: true,
  previous_response_id: null,
  reasoning: { effort: asked.reasoning?.effort ?? effortByDefault(asked.model), summary: null },
  text: { format: asked.text?.format ?? { type: 'text' }, verbosity: asked.text?.verbosity ?? 'medium' },
  tool_choice: 'auto',
  tools: [],
  truncation: 'disabled',
})

const echoed = (asked: ResponseAsked) => ({
  instructions: asked.instructions ?? null,
  max_output_tokens: asked.max_output_tokens ?? null,
  metadata: asked.metadata ?? {},
  service_tier: asked.service_tier === 'flex' ? 'flex' : 'default',
  store: asked.store ?? true,
  background: asked.background ?? false,
  temperature: asked.temperature ?? null,
  top_p: asked.top_p ?? null,
})
