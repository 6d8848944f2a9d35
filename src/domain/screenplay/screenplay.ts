/** What a Fountain parser sees. `line` is 1-based. */
export const elementTypes = [
  'scene_heading', 'action', 'character', 'parenthetical', 'dialogue', 'lyrics', 'transition', 'centered', 'section',
  'synopsis', 'note', 'boneyard', 'page_break',
] as const // prettier-ignore
export type ElementType = (typeof elementTypes)[number]

export type ScreenplayElement = {
  type: ElementType
  /** The words without the marks that force or close an element; emphasis marks stay. */
  text: string
  line: number
  /** On scene_heading: what stands between the #…#. */
  sceneNumber?: string
  /** On character and everything below it. */
  dual?: 'left' | 'right'
  /** On section: how many #. */
  depth?: number
  /** On character: "V.O.", "O.S.", "CONT'D"; without brackets. `text` is then the bare name as written. */
  extension?: string
}

/** Something a person should know that is no error. */
export type Notice = { code: string; line: number; what: string }

export type Screenplay = {
  titlePage: { key: string; values: string[] }[]
  elements: ScreenplayElement[]
  notices: Notice[]
  /** The text as read, byte for byte: printing gives it back. */
  source: string
}
