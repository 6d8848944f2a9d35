import { textOf } from '../words'

type Layer = { index: number; subject: string }
type Row = { subject?: unknown; prompt?: unknown }

/** The words a person wrote for a layer instead of the template's; '' where nobody did. */
export const ownWords = (scene: Record<string, unknown>, { index, subject }: Layer): string => {
  if (index === 0) return textOf(scene['basePrompt'])
  const rows = Array.isArray(scene['layerPrompts']) ? (scene['layerPrompts'] as Row[]) : []
  return textOf(rows.findLast((one) => textOf(one.subject) === subject)?.prompt)
}
