import { edgesOf, type Edges } from './edges'
import type { VisionQuestion } from '../../spec/vision'
import { lookAt, softened, type Looked } from './looked'
import { unfaded } from './unfaded'

/** Reads pictures, each in each size once. */
export type Look = {
  at(file: string, longest: number): Promise<Looked>
  edges(file: string, longest: number): Promise<Edges>
}

type Seen = Pick<VisionQuestion, 'circumstances' | 'under' | 'made'>

/** Pictures of a flashback are seen as they were before they faded; references never were. */
export const lookAround = (file: string, questions: readonly Seen[]): Look => {
  const faded = new Map(
    questions
      .filter(({ circumstances }) => circumstances.memory)
      .flatMap(({ circumstances, under, made }) =>
        [file, under?.file, made?.file].map((one) => [one, circumstances] as const),
      ),
  )
  const seen = new Map<string, Promise<Looked>>()
  const drawn = new Map<string, Promise<Edges>>()
  const at = (file: string, longest: number) =>
    remember(seen, `${file} ${String(longest)}`, async () => {
      const looked = await lookAt(file, longest)
      const circumstances = faded.get(file)
      return circumstances ? unfaded(looked, circumstances) : looked
    })
  const edges = (file: string, longest: number) =>
    remember(drawn, `${file} ${String(longest)}`, async () => edgesOf(softened(await at(file, longest))))
  return { at, edges }
}

const remember = <T>(known: Map<string, T>, key: string, make: () => T): T => {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
