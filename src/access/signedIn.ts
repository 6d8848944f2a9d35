import type { PayloadRequest } from 'payload'

/** Access for everybody who is signed in, also with an API key. */
export const signedIn = ({ req }: { req: PayloadRequest }): boolean => Boolean(req.user)
