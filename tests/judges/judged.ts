import type { PlannedLayer } from '@/pipeline/scene/planShot'
import { questionsOf } from '@/pipeline/scene/questions'
import type { QuestionKind } from '@/providers/spec/vision'
import type { JudgeProcess } from './judgeProcess'
import type { Made } from './gallery'
import type { Shot } from './shots'
import { withFiles } from './withFiles'

export type Said = { kind: QuestionKind; id: string; answer: 'yes' | 'no' | 'unknown'; evidence: string }
type Asking = { judge: JudgeProcess; file: (name: string) => string; layer?: PlannedLayer; picture?: Made }

/** What the judge says of one picture of a shot: of a layer's, or of the final one. `picture`: another in its place. */
export const judged = async (shot: Shot, { judge, file, layer, picture }: Asking): Promise<{ said: Said[]; milliseconds: number }> => {
  const upTo = (layer?.index ?? shot.standing.length - 1) + 1
  const made = picture ?? shot.standing[upTo - 1]
  if (!made) throw new TypeError('every shot has a picture')
  const standing = [...shot.standing.slice(0, upTo - 1), made]
  const before = isAnother(shot) ? (shot.before?.standing.at(-1)?.asset ?? null) : null
  const questions = questionsOf(shot.plan, { standing, before, ...(layer ? { layer } : {}) })
  const { answers, milliseconds } = await judge.ask(file(made.asset.name), questions.map((one) => withFiles(one, file)))
  const kinds = new Map(questions.map(({ id, kind }) => [id, kind]))
  const said = answers.map(({ id, answer, evidence }): Said => ({ kind: kinds.get(id) ?? 'cut', id, answer, evidence }))
  return { said, milliseconds }
} // prettier-ignore

/** Scenes that are staged alike may look alike. */
const isAnother = ({ plan, before }: Shot): boolean =>
  before !== null && JSON.stringify(plan.staging) !== JSON.stringify(before.plan.staging)
