import type { Screenplay } from './screenplay'

/** The text as it was read, byte for byte. What was edited or made element by element is printed by composeFountain. */
export const printFountain = (screenplay: Screenplay): string => screenplay.source
