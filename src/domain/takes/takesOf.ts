import type { Asset } from '../generation/generationKey'
import { nothingAboutClips, type Decided } from '../scene/decided'
import { answersAbout, answersAboutClip, type TakeAnswer } from './judgedAnswers'
import type { SceneCall } from './sceneCall'

export const takeKinds = ['still', 'clip', 'line'] as const
export type TakeKind = (typeof takeKinds)[number]
/** `rejected`: by a person. Null: nobody looked at it. */
export type TakeVerdict = 'passed' | 'failed' | 'unknown' | 'overruled' | 'rejected' | null

/** One attempt at a picture, a clip or a line. */
export type SceneTake = {
  /** Key of its call. */
  id: string
  kind: TakeKind
  layer: number | null
  /** Whom or what the layer adds, what the line says. */
  subject: string
  /** Counted over all that were ever made of this layer, of the clip or of this line, from 1. */
  number: number
  /** Of its series, as the judges and the routes count. */
  take: number
  asset: Asset
  at: Date
  provider: string
  model: string
  template: string | null
  nanodollars: number
  verdict: TakeVerdict
  /** The scene stands with it now. */
  inUse: boolean
  /** A person may have it used instead: it belongs to the series that stands. */
  usable: boolean
  /** What the take before missed, so what this one was told beyond the plan; empty: nothing. */
  told: string
  answers: TakeAnswer[]
}

/** What stands: contents of the pictures and the clip in use, and what people said. */
export type Standing = { pictures: readonly string[]; clip: string | null; decided: Decided }

/** Every take of a scene out of its calls, the newest first. */
export const takesOf = (calls: readonly SceneCall[], standing: Standing): SceneTake[] => {
  const inTime = calls.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const shaped = new Map(inTime.flatMap((one) => shapedFrom(one).map((sha256) => [sha256, one] as const)))
  const made: SceneTake[] = []
  for (const call of inTime) {
    const kind = kindOf(call)
    // what was paid for and brought to size is one take: the file in the film's own size
    if (!kind || !call.asset || shaped.has(call.asset.sha256)) continue
    made.push(takeOf(call, { kind, asset: call.asset, made, inTime, standing }))
  }
  return made.map((one) => ({ ...one, usable: isUsable(one, made) })).toReversed()
}

const shapedFrom = ({ model, request }: SceneCall): string[] =>
  isFitter(model) ? [request['picture'], request['clip']].filter((one) => typeof one === 'string') : []
const isFitter = (model: string): boolean => model === 'picture-fit' || model === 'clip-fit'

const kindOf = ({ department, asset, what }: SceneCall): TakeKind | null => {
  if (department === 'art') return 'still'
  if (department === 'sound') return asset?.mime.startsWith('audio/') ? 'line' : null
  const moves = (department === 'animation' || department === 'camera') && what !== 'Filler'
  return moves && asset?.mime.startsWith('video/') ? 'clip' : null
}

type Making = {
  kind: TakeKind
  asset: Asset
  made: readonly SceneTake[]
  inTime: readonly SceneCall[]
  standing: Standing
}

const takeOf = (call: SceneCall, { kind, asset, made, inTime, standing }: Making): SceneTake => {
  const { id, layer, take, at, template } = call
  const subject = subjectOf(call, kind)
  const siblings = made.filter((one) => one.kind === kind && (kind === 'line' ? one.subject === subject : one.layer === layer))
  const paid = paidFor(call, inTime)
  const answers = answersFor(call, { kind, asset, inTime })
  const before = take > 1 ? siblings.findLast((one) => one.take === take - 1) : undefined
  return {
    id, kind, layer, subject, number: siblings.length + 1, take, asset, at, template: paid.template ?? template,
    provider: paid.provider, model: paid.model, nanodollars: paid.nanodollars,
    verdict: verdictOf(asset.sha256, answers, standing), inUse: isInUse(asset.sha256, kind, standing), usable: false,
    told: before ? missedIn(before.answers) : '', answers,
  }
} // prettier-ignore

/** Who really made it: a file that was brought to size was paid for before. */
const paidFor = (call: SceneCall, calls: readonly SceneCall[]): SceneCall => {
  const [from] = shapedFrom(call)
  const paid = from === undefined ? undefined : calls.findLast(({ asset, isPaid }) => isPaid && asset?.sha256 === from)
  return paid ?? call
}

const subjectOf = ({ what }: SceneCall, kind: TakeKind): string =>
  kind === 'clip' ? '' : what.replace(/^Layer \d+: /, '')

type Judged = { kind: TakeKind; asset: Asset; inTime: readonly SceneCall[] }
const answersFor = (call: SceneCall, { kind, asset, inTime }: Judged): TakeAnswer[] => {
  if (kind === 'still') return answersAbout(inTime, asset.sha256)
  if (kind === 'line') return []
  const next = inTime.find((one) => one.at > call.at && one.model === call.model && kindOf(one) === 'clip')
  return answersAboutClip(inTime, paidFor(call, inTime).at, next?.at ?? null)
}

const verdictOf = (sha256: string, answers: readonly TakeAnswer[], { decided }: Standing): TakeVerdict => {
  const { accepted, refused } = decided.clips ?? nothingAboutClips
  if (decided.refused.includes(sha256) || refused.includes(sha256)) return 'rejected'
  const judged = judgedAs(answers)
  const isTaken = accepted.includes(sha256) || decided.accepted.some((one) => one.sha256 === sha256)
  return isTaken && judged !== 'passed' ? 'overruled' : judged
}

const judgedAs = (answers: readonly TakeAnswer[]): TakeVerdict => {
  if (answers.length === 0) return null
  if (answers.some(({ answer }) => answer === 'no')) return 'failed'
  return answers.every(({ answer }) => answer === 'yes') ? 'passed' : 'unknown'
}

const isInUse = (sha256: string, kind: TakeKind, { pictures, clip }: Standing): boolean =>
  kind === 'clip' ? clip === sha256 : pictures.includes(sha256)

const missedIn = (answers: readonly TakeAnswer[]): string =>
  answers.flatMap(({ answer, evidence }) => (answer === 'yes' ? [] : [evidence])).join('; ')

/** The routes find a take by layer and number, the newest of them, in the series the newest first take began. */
const isUsable = (one: SceneTake, made: readonly SceneTake[]): boolean => {
  if (one.kind !== 'still' || one.inUse || one.layer === null) return false
  const layer = made.filter(({ kind, layer: of }) => kind === 'still' && of === one.layer)
  const first = layer.findLast(({ take }) => take === 1)
  const same = layer.findLast(({ take }) => take === one.take)
  return same === one && first !== undefined && first.at <= one.at
}
