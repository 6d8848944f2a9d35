/** A narrow question about one picture. The judge sees the picture, the question and enrolled references, never the plan. */
export type VisionQuestion = {
  id: string
  kind: 'place' | 'person' | 'prop' | 'light' | 'size' | 'cut'
  text: string
  /** Whom or what it is about: a name, a noun, a time of day, a shot size. */
  subject: string
  /** Enrolled reference picture: the person's master, the place, the picture before the cut. */
  reference: { file: string } | null
}

export type VisionAnswer = {
  id: string
  answer: 'yes' | 'no' | 'unknown'
  /** 0–1; null when the judge gives none. */
  confidence: number | null
  /** What was seen or measured, in words a person understands. */
  evidence: string
}

export type VisionModel = {
  id: string
  version: string
  ask(picture: { file: string }, questions: VisionQuestion[], signal: AbortSignal): Promise<VisionAnswer[]>
}
