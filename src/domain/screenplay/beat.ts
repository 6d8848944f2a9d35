/** Words of one speaker that are never parted: a sentence, or a piece of one that is too long. */
export type Utterance = {
  /** Index of its part inside the heading. */
  speech: number
  /** Index of the stretch between two parentheticals; utterances of one stretch join to one line in one scene. */
  stretch: number
  /** The name the cast knows the speaker by, and the name as the cue has it. */
  character: string
  cue: string
  extension: string
  parenthetical: string
  /** The parenthetical of the whole stretch: how later sentences are said, too. */
  manner: string
  /** Verbatim, blanks and line ends as one blank. */
  words: string
  wordsS: number
  line: number
  dual: '' | 'left' | 'right'
}

/** The smallest thing a scene document is made of. Lines are 1-based, of the file. */
export type Beat = {
  kind: 'action' | 'speech'
  /** Index of the part of its heading that it comes from. */
  part: number
  /** Action, verbatim. */
  text: string
  /** What stands between it and the beat before: '\n\n' opens a paragraph. */
  gap: string
  seconds: number
  fromLine: number
  toLine: number
  /** A silence stands before it: "(beat)", "A beat." */
  pause: boolean
  /** Action whose subject is a thing: it wants a picture of its own. */
  detail: boolean
  /** It goes on with the sentence of the beat before. */
  insideSentence: boolean
  /** Speech: one utterance, or both columns of dual dialogue. */
  said: Utterance[]
}

/** True for "(beat)", "A long pause.", "Silence." */
export const isPause = (text: string): boolean =>
  /^\W*(a |another )?(long |short |brief |small )?(beat|pause|silence|moment)s?( of silence)?\W*$/i.test(text)
