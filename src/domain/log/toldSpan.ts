/** Something that took a while and is over. Those of one run are one trace. */
export type ToldSpan = {
  name: string
  /** Null: it belongs to no run. */
  runId: string | null
  from: Date
  to: Date
  /** `run`: the run itself, above everything in it. `asked`: a request somebody made of us. `asks`: one we made of a provider. */
  is: 'run' | 'asked' | 'asks' | 'work'
  facts: Record<string, string | number | boolean>
  /** Why it came to nothing. */
  failed?: string | undefined
}

export type Traces = {
  tell: (span: ToldSpan) => void
  /** Sends what was told; ends within seconds, also when nobody takes it. */
  close: () => Promise<void>
}
