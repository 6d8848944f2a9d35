/** The sea's own colour before light and haze. */
export const seaColour = '#3f7f96'
