import { parseFountain } from './fountain'
import { hasContent, headingBlocks } from './headingBlocks'
import { sceneNumbers } from './sceneNumbers'
import type { ElementType } from './screenplay'

export type LineLooks = {
  /** What each line belongs to, from line 1 on; null: an empty line, or the title page. */
  kinds: (ElementType | null)[]
  /** Line of a heading → the number its scene has in the film. */
  numbers: ReadonlyMap<number, string>
}

/** How the lines of a Fountain text are read, for an editor: by the very parser the scenes are made with. */
export const lineLooks = (text: string): LineLooks => {
  const { elements } = parseFountain(text)
  const lines = text.split('\n')
  const starts = new Map(elements.map(({ line, type }) => [line, type]))
  const last = { kind: null as ElementType | null }
  const kinds = lines.map((line, at) => {
    const starting = starts.get(at + 1)
    // what goes on over several lines ends at an empty one
    if (starting !== undefined) last.kind = starting
    else if (line.trim() === '') last.kind = null
    return line.trim() === '' ? null : last.kind
  })
  const told = headingBlocks(elements).filter(hasContent)
  const { numbers } = sceneNumbers(told)
  const pairs = told.flatMap(({ heading }, at) => (heading ? [[heading.line, numbers[at] ?? ''] as const] : []))
  return { kinds, numbers: new Map(pairs) }
}
