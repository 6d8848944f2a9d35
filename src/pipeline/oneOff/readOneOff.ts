import type { Asset } from '@/domain/generation/generationKey'
import type { OneOff } from '@/domain/oneOff/oneOff'
import { StudioError } from '@/domain/errors/StudioError'
import { mediaOf } from '../mediaOf'
import type { Stores } from '../stores'

/** The wish of a one-off run, its picture by content. */
export type OneOffAsked = OneOff & { file: Asset | null }

type Read = Pick<Stores, 'runs' | 'library'>
type Asked = { reads: { oneOff?: true }; runId: string }

/** Only for steps that declare it. Fails: REFERENCE_MISSING. */
export const readOneOff = async (stores: Read, { reads, runId }: Asked): Promise<{ oneOff?: OneOffAsked }> =>
  reads.oneOff ? { oneOff: await wishOf(stores, runId) } : {}

const wishOf = async (stores: Read, runId: string): Promise<OneOffAsked> => {
  const wish = (await stores.runs.find(runId))?.options['oneOff'] as OneOff | undefined
  if (!wish) throw referenceGone('The run does not say what is to be made.', 'Ask for it again in the library.')
  const found = wish.reference === null ? null : await mediaOf(stores, wish.reference)
  if (wish.reference !== null && !found)
    throw referenceGone(
      'It was deleted from the library after it was chosen.',
      'Choose another picture, and ask again.',
    )
  if (!found) return { ...wish, file: null }
  const { own: _, ...file } = found
  return { ...wish, file }
}

/** What a one-off is made from is gone: REFERENCE_MISSING. */
export const referenceGone = (why: string, fix: string) =>
  new StudioError({
    code: 'REFERENCE_MISSING',
    what: 'What the picture or clip is made from is not there.',
    why,
    fix,
    retry: 'afterFix',
  })
