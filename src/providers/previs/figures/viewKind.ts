/** Which of the four drawn heads and bodies a yaw shows. */
export type ViewKind = 'front' | 'threeQuarter' | 'side' | 'back'
