/** One person in the frame, px; the figure is 1000 units from head to feet. */
export type FramedPerson = {
  index: number
  /** Centre of the figure. */
  x: number
  feetY: number
  /** Pixels per figure unit across, and how much taller than that a unit is drawn. */
  scale: number
  squash: number
  /** Share of the camera's move. */
  parallax: number
  /** Top of the head, its centre and half its width, px. */
  head: { x: number; top: number; y: number; half: number }
  near: boolean
  /** Stands in the second row of a group. */
  behind: boolean
  /** Half of what the body, arms and step take to each side, px. */
  half: number
}

export type FramedProp = { noun: string; x: number; bottomY: number; height: number; shadow: boolean }
export type FramedStranger = { x: number; feetY: number; scale: number; kind: number; right: boolean }

/** A staging as the frame sees it. Pixels of the frame, but `window` in units of the 1600x900 world. */
export type Framing = {
  width: number
  height: number
  /** Pixels per pixel of a 720-line frame: what moves and margins are given in. */
  unit: number
  /** What the camera may travel beyond the frame. */
  margin: { x: number; y: number }
  window: { x: number; y: number; width: number; height: number }
  roll: number
  /** How much deeper the ground lies than seen from eye level. */
  ground: number
  blurPx: number
  layered: boolean
  people: FramedPerson[]
  props: FramedProp[]
  crowd: FramedStranger[]
  /** Set for an insert: where the table's edge runs, and the middle of the thing that is shown. */
  insert: { noun: string; words: string; edgeY: number; x: number; y: number; size: number } | null
  /** Where a zoom or dolly goes. */
  focus: { x: number; y: number }
}
