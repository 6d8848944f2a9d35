import type { VisionAnswer, VisionModel, VisionQuestion } from '../spec/vision'
import { lookAround, type Look } from './judge/lookAround'
import { lookAtLight } from './judge/lookAtLight'
import { lookAtPlace } from './judge/lookAtPlace'
import { lookAtSize } from './judge/lookAtSize'
import { lookForPerson } from './judge/lookForPerson'
import { lookForProp } from './judge/lookForProp'
import type { Asked, Measured } from './judge/measured'

/** Looks at pictures of the previs department by measuring: edges of a place on edges of its reference, the light of the
 *  hour, colours of a person or a thing where a layer came in, and how much of the frame it took. What it has no measure
 *  or no picture for it answers with `unknown`. About 50 ms a question at 1280x720. */
export const measuredJudge = (): VisionModel => ({
  id: 'previs-measure',
  version: '3',
  ask: async ({ file }, questions, signal) => {
    const look = lookAround(file, questions)
    const answers: VisionAnswer[] = []
    for (const question of questions) {
      signal.throwIfAborted()
      answers.push(await answer(file, question, look))
    }
    return answers
  },
})

const measures: Record<VisionQuestion['kind'], (asked: Asked) => Promise<Measured>> = {
  place: lookAtPlace,
  light: lookAtLight,
  person: lookForPerson,
  prop: lookForProp,
  size: lookAtSize,
  cut: () => Promise.resolve({ yes: null, evidence: 'Cuts are not measured.' }),
}

const answer = async (file: string, question: VisionQuestion, look: Look): Promise<VisionAnswer> => {
  const { yes, evidence } = await measures[question.kind]({ file, question, look })
  return { id: question.id, answer: yes === null ? 'unknown' : yes ? 'yes' : 'no', confidence: null, evidence }
}
