/** The person of a studio that nobody shares; the first who signs in to a shared one takes their place. */
export const ownerEmail = 'owner@backlot.local'
