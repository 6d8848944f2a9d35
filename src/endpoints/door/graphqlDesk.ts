import type { Payload } from 'payload'
import { StudioError } from '@/domain/errors/StudioError'

type Handle = (request: Request) => Promise<Response>

/** Payload's GraphQL, one question at a time, and its schema only for people of the studio. */
export const graphqlDesk =
  (payload: () => Promise<Payload>, handle: Handle): Handle =>
  async (request) => {
    const asked = await questionOf(request)
    if (Array.isArray(asked)) throw refused('They came as a list.', 'Send one question per request.')
    const query = (asked as { query?: unknown } | null)?.query
    if (typeof query === 'string' && query.length > charactersMax)
      throw refused(`They are longer than ${String(charactersMax)} characters.`, 'Ask for less at once.')
    if (typeof query === 'string' && /\b__(schema|type)\b/.test(query)) await refuseStranger(await payload(), request)
    return handle(request)
  }

const questionOf = async (request: Request): Promise<unknown> => {
  try {
    return await request.clone().json()
  } catch {
    return null // told by whoever reads it
  }
}

const refuseStranger = async (payload: Payload, { headers }: Request): Promise<void> => {
  const { user } = await payload.auth({ headers })
  if (user) return
  throw new StudioError({
    code: 'NOT_SIGNED_IN',
    what: 'The schema was not told.',
    why: 'It is for people of this studio, and nobody is signed in.',
    fix: 'Sign in, or send an API key.',
  })
}

const charactersMax = 10_000
const refused = (why: string, fix: string) =>
  new StudioError({ code: 'BODY_REFUSED', what: 'The questions were not answered.', why, fix })
