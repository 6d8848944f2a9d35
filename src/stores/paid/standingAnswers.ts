import type { FrozenRequest } from '@/domain/catalogue/wish'
import { studioOwner } from '@/domain/generation/studioOwner'
import { textCollection, type ControlDb } from '../controlDb'
import { paidKey } from './newPaidCall'
import type { PaidGeneration } from './paidGeneration'

type Asked = { request: FrozenRequest; take: number }
type Known = Pick<PaidGeneration, '_id' | 'state' | 'answer' | 'errorClass' | 'mayBeCharged'>
/** Its words, that it came to nothing and stays so, or null while it is still to be made. */
type Standing = { text: string | null } | 'refused' | null

const chunkOf = 500

/** What stands of calls that answer in words, in the order they are asked for; whoever of this studio paid for it. */
export const standingAnswers =
  ({ db }: ControlDb) =>
  async (asked: readonly Asked[]): Promise<Standing[]> => {
    const keys = asked.map(({ request, take }) => paidKey(request, { owner: studioOwner, take }))
    const known = new Map<string, Known>()
    for (let from = 0; from < keys.length; from += chunkOf) {
      const found = await textCollection<Known>(db, 'generations')
        .find({ _id: { $in: keys.slice(from, from + chunkOf) } })
        .project<Known>({ state: 1, answer: 1, errorClass: 1, mayBeCharged: 1 })
        .toArray()
      for (const one of found) known.set(one._id, one)
    }
    return keys.map((key) => standingOf(known.get(key)))
  }

const standingOf = (call: Known | undefined): Standing => {
  if (call?.state === 'STORED') return { text: (call.answer as { text?: string | null } | null)?.text ?? null }
  if (call?.state !== 'FAILED') return null
  return call.mayBeCharged || call.errorClass === 'policy' || call.errorClass === 'validation' ? 'refused' : null
}
