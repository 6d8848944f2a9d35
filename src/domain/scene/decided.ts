/** A take of a layer that a person took, whatever the judges said. `first` is its first take: with another one it is about another picture. */
export type AcceptedTake = { layer: number; take: number; sha256: string; first: string }

/** What people decided about the pictures of a scene. It is about these very pictures: an edit that makes others leaves it behind. */
export type Decided = {
  accepted: AcceptedTake[]
  /** Finished pictures a person refused; they are never taken again. */
  refused: string[]
  /** What the next take must do otherwise. */
  note: string
  /** Paid clips a person took or refused; missing where nobody was asked. */
  clips?: ClipsDecided
}

/** Clips by their content, and what the next take must do otherwise. */
export type ClipsDecided = { accepted: string[]; refused: string[]; note: string }

export const nothingAboutClips: ClipsDecided = { accepted: [], refused: [], note: '' }

export const nothingDecided: Decided = { accepted: [], refused: [], note: '' }

export const isDecided = ({ accepted, refused, note, clips }: Decided): boolean =>
  accepted.length > 0 || refused.length > 0 || note !== '' || clips !== undefined

/** Another take of the same layer takes the place of the one before. */
export const withAccepted = (before: Decided, take: AcceptedTake): Decided => ({
  ...before,
  accepted: [...before.accepted.filter(({ layer }) => layer !== take.layer), take],
  refused: before.refused.filter((sha256) => sha256 !== take.sha256),
})

export const withRefused = (before: Decided, sha256: string, note: string): Decided => ({
  ...before,
  accepted: before.accepted.filter((one) => one.sha256 !== sha256),
  refused: [...new Set([...before.refused, sha256])],
  note,
})

export const withClip = (before: Decided, sha256: string, said: { accepted: boolean; note: string }): Decided => {
  const { accepted, refused, note } = before.clips ?? nothingAboutClips
  const others = (list: readonly string[]) => list.filter((one) => one !== sha256)
  const clips = said.accepted
    ? { accepted: [...others(accepted), sha256], refused: others(refused), note }
    : { accepted: others(accepted), refused: [...others(refused), sha256], note: said.note }
  return { ...before, clips }
}
