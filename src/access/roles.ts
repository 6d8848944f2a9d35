/** What people are in a shared install. A producer may do everything. */
export const roles = ['producer', 'writer', 'director', 'artist', 'reviewer', 'client'] as const
export type Role = (typeof roles)[number]

/** Who tells the story and draws it. */
export const makers = ['writer', 'director', 'artist'] as const satisfies readonly Role[]
/** Everybody of the studio; a client is a guest. */
export const staff = ['writer', 'director', 'artist', 'reviewer'] as const satisfies readonly Role[]
