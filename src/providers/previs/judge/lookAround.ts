import { edgesOf, type Edges } from './edges'
import { lookAt, softened, type Looked } from './looked'

/** Reads pictures, each in each size once. */
export type Look = {
  at(file: string, longest: number): Promise<Looked>
  edges(file: string, longest: number): Promise<Edges>
}

export const lookAround = (): Look => {
  const seen = new Map<string, Promise<Looked>>()
  const drawn = new Map<string, Promise<Edges>>()
  const at = (file: string, longest: number) =>
    remember(seen, `${file} ${String(longest)}`, () => lookAt(file, longest))
  const edges = (file: string, longest: number) =>
    remember(drawn, `${file} ${String(longest)}`, async () => edgesOf(softened(await at(file, longest))))
  return { at, edges }
}

const remember = <T>(known: Map<string, T>, key: string, make: () => T): T => {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
