/** A file of ours that goes into a request: known by its content; where it lies is nobody's business here. */
export type FileIn = {
  sha256: string
  mime: string
  width?: number
  height?: number
  durationS?: number
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = Record<string, Json>

/** A still. With a `base` it is an edit: what is there stays, what the prompt names comes on top. */
export type PictureWish = {
  kind: 'picture'
  prompt: string
  negativePrompt: string
  /** Whole, 0 to 2³¹ − 1. */
  seed: number
  width: number
  height: number
  base: FileIn | null
  /** What it must look like, the most important first. */
  references: { role: 'character' | 'location' | 'prop' | 'style'; name: string; file: FileIn }[]
}

/** A moving picture that begins with a still. `seconds` is what the film needs; a longer clip is trimmed. */
export type ClipWish = {
  kind: 'clip'
  prompt: string
  negativePrompt: string
  seed: number
  width: number
  height: number
  fps: number
  seconds: number
  start: FileIn | null
  end: FileIn | null
}

/** A spoken line. `voice` is the provider's id of a voice, or what kind of voice is looked for. */
export type SpeechWish = {
  kind: 'speech'
  text: string
  /** BCP 47, "en-GB"; what a model is told of it is "en". */
  language?: string
  voice: { id: string } | { sounds: 'woman' | 'man' | 'child'; age: 'young' | 'middle' | 'old'; seed: number }
  /** Semitones on top of the voice’s own; left out: none. */
  pitch?: number
  /** How much faster than the voice’s own pace; left out: at that. */
  rate?: number
}

export type MusicWish = { kind: 'music'; prompt: string; seconds: number }

/** Questions about pictures; `schema` is the JSON Schema of the answer (strict: every field required). */
export type LookWish = {
  kind: 'look'
  instructions: string
  question: string
  pictures: FileIn[]
  schema: { name: string; schema: JsonObject }
}

/** Words out of words. `schema` null: plain text. */
export type TextWish = {
  kind: 'text'
  instructions: string
  input: string
  schema: { name: string; schema: JsonObject } | null
  /** The most it may write, tokens: what the worst case is priced with. */
  outputTokensMax: number
}

export type UpscaleWish = { kind: 'upscale'; file: FileIn; factor: number }

/** What a department wants, in our words. What a model can do of it is `fitRequest`'s business. */
export type Wish = PictureWish | ClipWish | SpeechWish | MusicWish | LookWish | TextWish | UpscaleWish

/** Where a file stands in a frozen request: `file:` and its hash. The provider's address is put there when it is sent. */
export const fileMark = (sha256: string): string => `file:${sha256}`

/** What is sent, frozen: one of these has one generation key. */
export type FrozenRequest = {
  provider: 'fal' | 'openai' | 'openrouter' | 'replicate' | 'brain' | 'tasks' | 'lastFrame'
  /** "fal-ai/nano-banana/edit"; for OpenAI the path: "responses", "images/edits", "audio/speech". */
  endpoint: string
  /** Id of the model in the catalogue. */
  model: string
  version: string
  /** The provider's own fields; files as `fileMark`. */
  body: JsonObject
}
