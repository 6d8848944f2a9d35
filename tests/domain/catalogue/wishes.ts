import type { ModelKind } from '@/domain/catalogue/model'
import type {
  ClipWish,
  FileIn,
  LookWish,
  PictureWish,
  SpeechWish,
  TextWish,
  UpscaleWish,
  Wish,
} from '@/domain/catalogue/wish'

/** Files and wishes as a plain film has them. */
export const still = (letter: string): FileIn => ({
  sha256: letter.repeat(64),
  mime: 'image/png',
  width: 1280,
  height: 720,
})

export const picture: PictureWish = {
  kind: 'picture', prompt: 'Ida stands at the pumps in the rain.', negativePrompt: 'text, watermark', seed: 7,
  width: 1280, height: 720, base: null, references: [],
} // prettier-ignore

export const edit: PictureWish = {
  ...picture, base: still('a'), references: [{ role: 'character', name: 'Ida', file: still('b') }],
} // prettier-ignore

export const clip: ClipWish = {
  kind: 'clip', prompt: 'She turns to the door.', negativePrompt: '', seed: 7, width: 1280, height: 720, fps: 24,
  seconds: 5.2, start: still('a'), end: null,
} // prettier-ignore

export const speech: SpeechWish = {
  kind: 'speech',
  text: 'Not tonight.',
  voice: { sounds: 'man', age: 'old', seed: 3 },
}

export const look: LookWish = {
  kind: 'look', instructions: 'Answer only from the picture.', question: 'Is Ida on the left?', pictures: [still('a')],
  schema: { name: 'verdict', schema: { type: 'object', properties: { answer: { type: 'string' } }, required: ['answer'], additionalProperties: false } },
} // prettier-ignore

export const text: TextWish = {
  kind: 'text', instructions: 'Write one line.', input: 'INT. PUMP HOUSE - NIGHT', schema: null, outputTokensMax: 1000,
} // prettier-ignore

export const upscale: UpscaleWish = { kind: 'upscale', file: still('a'), factor: 2 }

/** A plain wish for each kind of model. */
export const plainWishes: Record<ModelKind, Wish> = {
  image: picture,
  edit,
  video: clip,
  vision: look,
  text,
  speech,
  music: { kind: 'music', prompt: 'Slow strings, rain.', seconds: 30 },
  upscale,
}
