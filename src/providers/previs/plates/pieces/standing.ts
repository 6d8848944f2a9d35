/** A thing that stands: left edge, foot, size and its own colour. */
export type Standing = { x: number; y: number; w: number; h: number; colour: string }
