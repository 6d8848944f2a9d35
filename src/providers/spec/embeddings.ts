/** Turns sentences into vectors that lie near each other when they mean the same. */
export type EmbeddingModel = {
  id: string
  version: string
  /** One vector for each text, in order, all of one length. The same text gives the same vector. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>
}
