/** A scene by what people call it. */
export type ForeseenScene = { id: string; clipName: string; title: string }

/** What an edit would make stale, before it is saved. `already`: it is stale now, for whatever reason. */
export type Foreseen = {
  scenes: (ForeseenScene & { reasons: string[]; already: boolean })[]
  documents: { collection: string; id: string; name: string; reasons: string[]; already: boolean }[]
  /** Of an edited screenplay: what becomes of its scenes; null for all others. */
  aligned: Aligned | null
}

/** `kept`: how many go on word for word. */
export type Aligned = {
  kept: number
  changed: ForeseenScene[]
  added: { clipName: string; heading: string }[]
  archived: ForeseenScene[]
}
