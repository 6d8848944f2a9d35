import { StudioError } from '@/domain/errors/StudioError'
import type { SceneStatus } from '@/domain/scene/sceneStatus'
import { nothingDecided, type Decided } from '@/domain/scene/decided'
import type { KnowledgeAnswer } from '@/domain/verdict/knowledgeJudge'
import type { Asset } from '@/domain/generation/generationKey'
import type { VisionAnswer } from '@/providers/spec/vision'
import { defineStep, type Gift, type StepContext } from '../defineStep'
import { gift } from '../readDeclared'
import { askKnowledge, judgedFields } from './askKnowledge'
import { composeLayers, eyesOf, type Composite } from './composePicture'
import { missedWords, passes } from './judge'
import { lookAt, wrongIn, type Eyes } from './lookAt'
import { ownClipIn } from './ownClip'
import { judgeTemplate } from './paidLook'
import { picturesBy } from '@/domain/catalogue/namedModel'
import type { ShotPlan } from './planShot'
import { notAsked, questionsOf, type PlannedQuestion } from './questions'
import { sceneStatusWrite } from './sceneStatusWrite'

export type Verified = {
  picture: Asset
  /** Pictures of the layers, in order; the last one is the picture. */
  layers: Asset[]
  takes: number
  verdict: 'passed' | 'overruled' | 'unknown'
  /** Where the scene waits until a person has looked; missing: it goes on. */
  waits?: SceneStatus
  /** Names and versions of the paid models that made it; missing where it was drawn here. */
  by?: string
  answers: (VisionAnswer | KnowledgeAnswer)[]
}

/** Two judges on the final picture, both must pass. A "no" of the eye makes its layer again. Fails: TAKES_USED_UP, CONTRADICTS_BIBLE. */
export const verifyPicture = defineStep({
  id: 'scene.verify-picture',
  says: 'Two judges look at the picture',
  version: 2,
  slot: 'cpu',
  seconds: 0.3,
  reads: {
    models: ['image', 'vision'],
    settings: ['takesMax'],
    scene: [...judgedFields, 'edited', 'clip'],
    previous: judgedFields,
    cast: ['aliases', 'biography'],
    place: ['name'],
    props: ['evidence'],
    bible: ['consistencyRules'],
    decided: true,
    paidPrompts: [judgeTemplate],
    from: ['scene.plan-shot', 'scene.compose-picture'],
  },
  run: async (values, context) => {
    const { plan } = gift(values, 'scene.plan-shot') as { plan: ShotPlan }
    const { composite } = gift(values, 'scene.compose-picture') as { composite: Composite }
    if (ownClipIn(values.scene)) return overruled(composite, context)
    const eyes = await eyesOf(values, context)
    const [seen, known] = await Promise.all([
      lookUntilSure(plan, composite, { context, decided: values.decided ?? nothingDecided, eyes }),
      Promise.resolve(askKnowledge(values)),
    ])
    const contradictions = known.filter((one) => one.answer === 'no' && one.required)
    const byPerson = isTaken(seen.composite, values.decided ?? nothingDecided)
    const isWrong =
      contradictions.length > 0 || !passes(seen.answers) || seen.composite.layers.some((one) => one.overruled)
    const waits = byPerson ? null : waitsFor(seen.answers, eyes)
    const verdict = verdictOf({ waits, byPerson, isSure: isJudged(eyes) && !isWrong })
    const verified: Verified = {
      picture: seen.composite.picture,
      layers: seen.composite.layers.map(({ asset }) => asset),
      takes: seen.composite.takes,
      verdict,
      answers: seen.answers,
      ...(waits ? { waits } : {}),
      ...(eyes.paid ? { by: picturesBy(eyes.paid.pictures) } : {}),
    }
    if (contradictions.length > 0 && !byPerson) throw contradiction(contradictions)
    const fields = { verdict, verifications: rows(plan, seen, known) }
    return {
      gives: { verified },
      files: [verified.picture.name],
      write: sceneStatusWrite(context.stores, context.input.scene, { path: judged, fields }),
    }
  },
})

const judged: SceneStatus[] = ['ready_for_generation', 'generating_composite', 'verifying_composite']

/** Who gives a clip has decided: nobody is asked, and the answers say why. */
const overruled = ({ picture }: Composite, context: StepContext): Gift => {
  const verified: Verified = { picture, layers: [], takes: 1, verdict: 'overruled', answers: [] }
  const why = { judge: 'vision', claim: 'clip', answer: 'not_asked', reason: 'The clip is one you gave.' }
  const fields = { verdict: 'overruled', verifications: [why] }
  return {
    gives: { verified },
    files: [picture.name],
    write: sceneStatusWrite(context.stores, context.input.scene, { path: judged, fields }),
  }
}

const contradiction = (answers: KnowledgeAnswer[]) =>
  new StudioError({
    code: 'CONTRADICTS_BIBLE',
    what: 'The picture contradicts the story bible.',
    why: answers.map((one) => one.evidence).join(' '),
    fix: 'Correct the scene, or add what is missing to the bible, then generate the scene again.',
  })

/** A person took this very picture, or one of its layers. */
const isTaken = ({ layers }: Composite, { accepted }: Decided): boolean =>
  accepted.some((one) => layers[one.layer]?.asset.sha256 === one.sha256)

type Said = { waits: SceneStatus | null; byPerson: boolean; isSure: boolean }

const verdictOf = ({ waits, byPerson, isSure }: Said): Verified['verdict'] => {
  if (waits) return 'unknown'
  return byPerson && !isSure ? 'overruled' : 'passed'
}

const isJudged = ({ paid }: Eyes): boolean => paid?.vision !== null

/** What was paid for and cannot be seen to be right waits for a person, and is not paid for again. */
const waitsFor = (answers: readonly VisionAnswer[], eyes: Eyes): SceneStatus | null => {
  if (!isJudged(eyes)) return 'awaiting_approval'
  return eyes.paid && !passes(answers) ? 'needs_review' : null
}

type Looking = { context: StepContext; decided: Decided; eyes: Eyes }
type Seen = { composite: Composite; questions: PlannedQuestion[]; answers: VisionAnswer[] }

const lookUntilSure = async (plan: ShotPlan, first: Composite, { context, decided, eyes }: Looking): Promise<Seen> => {
  let composite = first
  for (;;) {
    const questions = questionsOf(plan, { standing: composite.layers })
    const answers = await lookAt(context, {
      plan,
      eyes,
      picture: composite.picture,
      questions,
      what: 'the final picture',
      take: composite.takes,
    })
    const wrong = wrongIn(answers, eyes.paid)
    if (wrong.length === 0 || isTaken(composite, decided)) return { composite, questions, answers }
    const layer = Math.min(...wrong.map((one) => questions.find((question) => question.id === one.id)?.layer ?? 0))
    const redo = { standing: composite.layers, layer, missed: missedWords(wrong) }
    composite = await composeLayers(plan, context, { redo, decided, eyes })
  }
}

/** Every question with its answer, and those that were not asked with the reason. */
const rows = (plan: ShotPlan, { composite, questions, answers }: Seen, known: readonly KnowledgeAnswer[]) => [
  ...answers.map(({ id, answer, evidence }) => ({
    judge: 'vision',
    claim: id,
    question: questions.find((one) => one.id === id)?.text ?? '',
    take: composite.takes,
    answer,
    evidence,
    required: true,
  })),
  ...known.map(({ id, ...said }) => ({ judge: 'knowledge', claim: id, take: composite.takes, ...said })),
  ...notAsked(plan).map(({ kind, subject, text, why }) => ({
    judge: 'vision',
    claim: `${kind}:${subject}`,
    question: text,
    answer: 'not_asked',
    reason: why,
  })),
]
