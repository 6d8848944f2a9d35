import { stat } from 'node:fs/promises'
import type { VisionQuestion } from '../../spec/vision'
import { cutFigure, type CutFigure } from './cutFigure'
import { edgesOf, type Edges } from './edges'
import { labPlaneOf, type LabPlane } from './labPlane'
import { readPicture, shrunk, softened, type Looked } from './looked'
import { unfaded } from './unfaded'

/** Sizes pictures are measured in: px of the longer side. */
export type Side = 160 | 320 | 640

/** What was seen of pictures, each read once. `seen` remembers any measurement under a name. */
export type Look = {
  at(file: string, side: Side): Promise<Looked>
  plane(file: string, side: Side): Promise<LabPlane>
  edges(file: string, side: Side): Promise<Edges>
  /** The person of an enrolled view, cut out of it. */
  cut(file: string): Promise<CutFigure>
  seen<T>(key: string, make: () => Promise<T>): Promise<T>
  /** A file's name for such a key: another when the file has changed. */
  name(file: string): string
}

/** About six pictures of 640 px with what was measured of them: the layers of a scene, not of a film. */
const most = 90

/** Looks at pictures and keeps what it saw for the questions and layers that follow: the ground of one layer is the
 *  picture of the one before. A file that changes is another file. */
export const openLook = (): ((file: string, questions: readonly VisionQuestion[]) => Promise<Look>) => {
  const known = new Map<string, Promise<unknown>>()
  const seen = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const found = known.get(key) as Promise<T> | undefined
    const kept = found ?? make()
    known.delete(key)
    known.set(key, kept)
    for (const old of known.keys()) {
      if (known.size <= most) break
      known.delete(old)
    }
    return kept
  }
  return async (file, questions) => {
    const files = new Set([file, ...questions.flatMap(filesOf)])
    const marks = new Map(await Promise.all([...files].map(async (one) => [one, await markOf(one)] as const)))
    const faded = fadedIn(file, questions)
    const name = (one: string) => `${one} ${marks.get(one) ?? ''}${faded.has(one) ? ' faded' : ''}`
    const whole = async (one: string): Promise<Looked> => {
      const circumstances = faded.get(one)
      const picture = await readPicture(one, 640)
      return circumstances ? unfaded(picture, circumstances) : picture
    }
    const at = (one: string, side: Side): Promise<Looked> =>
      seen(`${name(one)} ${String(side)}`, async () => (side === 640 ? whole(one) : shrunk(await at(one, 640), side)))
    return {
      at,
      seen,
      name,
      plane: (file, side) => seen(`lab ${name(file)} ${String(side)}`, async () => labPlaneOf(await at(file, side))),
      edges: (file, side) =>
        seen(`edges ${name(file)} ${String(side)}`, async () => edgesOf(softened(await at(file, side)))),
      cut: (file) => seen(`cut ${name(file)}`, async () => cutFigure(await at(file, 160))),
    }
  }
}

const filesOf = ({ reference, under, made, others }: VisionQuestion): string[] =>
  [reference, under, made, ...others].flatMap((one) => (one ? [one.file] : []))

/** Pictures of a flashback are seen as they were before they faded; references never were. */
const fadedIn = (file: string, questions: readonly VisionQuestion[]): Map<string, VisionQuestion['circumstances']> =>
  new Map(
    questions
      .filter(({ circumstances }) => circumstances.memory)
      .flatMap(({ kind, circumstances, under, made, reference }) =>
        [file, under?.file, made?.file, kind === 'repeat' ? reference?.file : undefined].flatMap((one) =>
          one ? [[one, circumstances] as const] : [],
        ),
      ),
  )

const markOf = async (file: string): Promise<string> => {
  try {
    const { size, mtimeMs } = await stat(file)
    return `${String(size)} ${String(mtimeMs)}`
  } catch {
    return 'missing'
  }
}
