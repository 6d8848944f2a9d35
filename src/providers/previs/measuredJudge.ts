import type { QuestionKind, VisionAnswer, VisionModel, VisionQuestion } from '../spec/vision'
import { lookAtCostume, lookAtSide, lookAtView } from './judge/lookAtFigure'
import { lookAtFile } from './judge/lookAtFile'
import { lookAtFrame } from './judge/lookAtFrame'
import { lookAtLight } from './judge/lookAtLight'
import { lookAtPlace } from './judge/lookAtPlace'
import { lookAtSize } from './judge/lookAtSize'
import { lookAtTones } from './judge/lookAtTones'
import { lookAtWeather } from './judge/lookAtWeather'
import { lookForOthers } from './judge/lookForOthers'
import { lookForPerson } from './judge/lookForPerson'
import { lookForProp } from './judge/lookForProp'
import { lookForRepeat } from './judge/lookForRepeat'
import type { Asked, Measured } from './judge/measured'
import { openLook, type Look } from './judge/openLook'

/** Looks at pictures of the previs department by measuring: edges and light of a place on its enrolled picture, figures
 *  and things laid on what a layer painted, and the file itself. What it has no measure or no picture for it answers
 *  with `unknown`, and so does every question about a picture that cannot be read. Times: docs/judges.md. */
export const measuredJudge = (): VisionModel => {
  const open = openLook()
  return {
    id: 'previs-measure',
    version: '4',
    ask: async ({ file }, questions, signal) => {
      const look = await open(file, questions)
      const answers: VisionAnswer[] = []
      for (const question of questions) {
        signal.throwIfAborted()
        answers.push(await answer(file, question, look))
      }
      return answers
    },
  }
}

const measures: Record<QuestionKind, (asked: Asked) => Promise<Measured>> = {
  place: lookAtPlace,
  light: lookAtLight,
  weather: lookAtWeather,
  person: lookForPerson,
  costume: lookAtCostume,
  view: lookAtView,
  side: lookAtSide,
  size: lookAtSize,
  frame: lookAtFrame,
  count: lookForOthers,
  prop: lookForProp,
  file: lookAtFile,
  tones: lookAtTones,
  repeat: lookForRepeat,
  cut: () => Promise.resolve({ yes: null, evidence: 'Cuts are not measured.' }),
}

const answer = async (file: string, question: VisionQuestion, look: Look): Promise<VisionAnswer> => {
  const { yes, evidence } = await measuredOr(file, question, look)
  return { id: question.id, answer: yes === null ? 'unknown' : yes ? 'yes' : 'no', confidence: null, evidence }
}

/** A picture that cannot be read is nobody's crash: the question about the file says so, all others do not know. */
const measuredOr = async (file: string, question: VisionQuestion, look: Look): Promise<Measured> => {
  try {
    return await measures[question.kind]({ file, question, look })
  } catch (error) {
    return { yes: null, evidence: `The picture cannot be read: ${(error as Error).message.split('\n')[0] ?? ''}` }
  }
}
