import { clipNumber } from '@/domain/scene/clipName'
import type { HeadingBlock } from './headingBlocks'
import type { Notice } from './screenplay'

/**
 * One number for every heading, no two alike in a clip's name: the screenplay's own, else counted 1, 2, 3. A number
 * that is taken gets the first free letter, and a notice when it was the screenplay's own. Words before the first
 * heading are scene 0.
 */
export const sceneNumbers = (blocks: readonly HeadingBlock[]): { numbers: string[]; notices: Notice[] } => {
  const own = new Set(blocks.map(({ heading }) => clipNumber(heading?.sceneNumber ?? '')))
  const taken = new Set<string>()
  const letters = new Map<string, number>()
  const notices: Notice[] = []
  let counted = 0
  const numbers = blocks.map(({ heading }) => {
    const written = heading?.sceneNumber?.trim() ?? ''
    const usable = clipNumber(written) !== ''
    if (heading) counted += 1
    const wish = usable ? written : String(counted)
    const key = clipNumber(wish)
    if (!taken.has(key) && (usable || !own.has(key))) {
      taken.add(key)
      return wish
    }
    const number = withLetter(wish, { taken, own, letters })
    if (usable) notices.push(repeated(wish, number, heading?.line ?? 0))
    return number
  })
  return { numbers, notices }
}

type Used = { taken: Set<string>; own: Set<string>; letters: Map<string, number> }

const withLetter = (wish: string, { taken, own, letters }: Used): string => {
  for (let at = letters.get(wish) ?? 0; ; at += 1) {
    const number = `${wish}${/[A-Za-z]$/.test(wish) ? '-' : ''}${letter(at)}`
    const key = clipNumber(number)
    if (taken.has(key) || own.has(key)) continue
    taken.add(key)
    letters.set(wish, at + 1)
    return number
  }
}

/** A … Z, AA, AB … */
const letter = (at: number): string =>
  (at >= 26 ? letter(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

const repeated = (wish: string, number: string, line: number): Notice => ({
  code: 'SCENE_NUMBER_REPEATED',
  line,
  what: `Scene number ${wish} is used twice; this scene is ${number} here. The screenplay itself is not changed.`,
})
