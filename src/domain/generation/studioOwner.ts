/** Who pays where nobody else is named: all projects of a studio have one owner. */
export const studioOwner = 'studio'
