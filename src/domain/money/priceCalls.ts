import { modelOf, type ModelChoice } from '../catalogue/chooseModels'
import { fitRequest } from '../catalogue/fitRequest'
import type { CatalogueModel } from '../catalogue/model'
import { picturesShownTo } from '../catalogue/picturesShownTo'
import type { FileIn, LookWish, PictureWish, Wish } from '../catalogue/wish'
import { limits } from '../limits'
import { paidReferenceSize } from '../look/paidReferenceSize'
import { previsModel } from '../project/projectSettings'
import { lookSchema } from '../verdict/lookAnswers'
import { exactly, type Range } from './priceRule'

export type PricedBy = {
  choice: ModelChoice
  models: readonly CatalogueModel[]
  format: { width: number; height: number; fps: number }
  on: string
}

/** Characters of a judge's instructions, and of one question with what its subject looks like. */
const judgeCharacters = { instructions: 1200, question: 320 } as const
/** Characters of a long line, where nobody has counted. */
const lineCharacters = 200

const priced = (id: string, wish: Wish, { models, on }: PricedBy): Range =>
  id === previsModel ? exactly(0) : fitRequest(modelOf(models, id), wish, { on }).price

const stillOf = ({ format }: PricedBy): FileIn => ({
  sha256: '0'.repeat(64),
  mime: 'image/png',
  width: format.width,
  height: format.height,
})

const pictureOf = ({ format }: PricedBy): PictureWish => ({
  kind: 'picture', prompt: 'A scene.', negativePrompt: '', seed: 0, width: format.width, height: format.height,
  base: null, references: [],
}) // prettier-ignore

const lookOf = (pictures: FileIn[], questions: number): LookWish => ({
  kind: 'look', instructions: '', question: 'x'.repeat(judgeCharacters.instructions + judgeCharacters.question * questions), pictures,
  schema: lookSchema(questions),
}) // prettier-ignore

/** How many pictures the judge of this choice takes at once. */
const shownTo = ({ choice, models }: PricedBy): number => {
  if (choice.vision === previsModel) return 1
  return picturesShownTo(modelOf(models, choice.vision))
}

/** Nanodollars of one call of each department, asked for as the film asks. */
export const priceCalls = {
  image: (by: PricedBy): Range => priced(by.choice.image, pictureOf(by), by),
  edit: (by: PricedBy): Range => priced(by.choice.edit, { ...pictureOf(by), base: stillOf(by) }, by),
  /** A reference picture: of a place as large as the film, of people and things as large as these are made. */
  reference: (by: PricedBy, department: 'image' | 'edit'): Range => {
    const of = (size: { width: number; height: number }) =>
      priceCalls[department]({ ...by, format: { ...by.format, ...size } })
    const [place, view] = [of(by.format), of(paidReferenceSize.view)]
    return { expected: Math.max(place.expected, view.expected), atMost: Math.max(place.atMost, view.atMost) }
  },
  /** All questions about one picture, with as many enrolled pictures as it takes. */
  vision: (by: PricedBy, questions: number): Range =>
    priced(
      by.choice.vision,
      lookOf(
        Array.from({ length: shownTo(by) }, () => stillOf(by)),
        questions,
      ),
      by,
    ),
  speech: (by: PricedBy, { lines, spoken }: { lines: number; spoken?: number | undefined }): Range => {
    const each = spoken === undefined ? lineCharacters : Math.max(1, Math.ceil(spoken / Math.max(1, lines)))
    return priced(
      by.choice.speech,
      { kind: 'speech', text: 'x'.repeat(each), voice: { sounds: 'woman', age: 'middle', seed: 0 } },
      by,
    )
  },
  music: (by: PricedBy, seconds: number): Range =>
    priced(by.choice.music, { kind: 'music', prompt: 'Music.', seconds }, by),
  video: (by: PricedBy, seconds: number = limits.sceneSecondsMax): Range => {
    const { width, height, fps } = by.format
    const ends = by.choice.video === previsModel ? null : modelOf(by.models, by.choice.video).fields.endImage
    return priced(
      by.choice.video,
      {
        kind: 'clip', prompt: 'A movement.', negativePrompt: '', seed: 0, width, height, fps, seconds,
        start: stillOf(by), end: ends?.required ? stillOf(by) : null,
      }, // prettier-ignore
      by,
    )
  },
}
