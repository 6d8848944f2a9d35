import { castName } from '@/domain/screenplay/castNames'
import type { ScreenplayElement } from '@/domain/screenplay/screenplay'

/** How a name is used: its cues, the lines they stand in, and who speaks right before or after. */
export type NameUse = { name: string; cues: number; firstLine: number; lines: number[]; besides: Set<string> }

/** Every cue's name with its use; the first twenty lines are kept. Neighbours are counted inside one heading. */
export const nameCounts = (elements: readonly ScreenplayElement[]): Map<string, NameUse> => {
  const uses = new Map<string, NameUse>()
  let before: NameUse | undefined
  for (const { type, text, line } of elements) {
    if (type === 'scene_heading') before = undefined
    if (type !== 'character') continue
    const name = castName(text)
    const use = uses.get(name) ?? { name, cues: 0, firstLine: line, lines: [], besides: new Set<string>() }
    uses.set(name, use)
    use.cues++
    if (use.lines.length < 20) use.lines.push(line)
    if (before && before !== use) {
      before.besides.add(name)
      use.besides.add(before.name)
    }
    before = use
  }
  return uses
}
