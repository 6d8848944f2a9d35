/** Distances of colour in OKLab (0.02 can just be seen, 0.1 is another colour); null where too little of it shows. */
export type RegionDrift = { hair: number | null; face: number | null; costume: number | null }

/** How far somebody is from the enrolled view that the camera sees of them. */
export type Drift = {
  person: string
  /** Pixels of the finished picture, from the top of the head to where the figure or the frame ends; 0 when nobody is found. */
  tall: number
  /** Null where they are too small, or too little of them shows. */
  measured: {
    regions: RegionDrift
    /** The largest of the regions. */
    colour: number
    /** Part of the outline of head and shoulders that is elsewhere, 0–1; null where the frame cuts the head or leans. */
    shape: number | null
  } | null
}

/** `first` and `last`: the scene's two end pictures in 16 × 9 colours, red, green and blue, 432 bytes in base64. */
export type MeasuredShot = { people: Drift[]; first: string; last: string }

/** More than this is another colour: 96 drawn people had .045 and less, 19 of 20 held against another's view .077 and more. */
export const colourDriftMost = 0.06
/** More than this is another outline; small people who hold or point at something had up to .173. */
export const shapeDriftMost = 0.2
