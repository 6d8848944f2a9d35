import { ObjectId } from 'mongodb'
import { textCollection, type ControlDb } from './controlDb'
import type { PaidGeneration } from './paid/paidGeneration'

/** How the paid calls of a project stand: calls that go on by themselves, and nanodollars held back for calls that are over. */
export type PaidStanding = { underWay: number; unbilled: number; heldForOver: number }

const goesOn: PaidGeneration['state'][] = ['INTENT', 'SUBMITTING', 'SUBMITTED', 'CANCELLING', 'DONE']
const isUnderWay = { $in: ['$state', goesOn] }
const isUnbilled = { $and: [{ $eq: ['$state', 'STORED'] }, { $eq: ['$booked', 'none'] }] }
/** It may have been charged, and stays held back until its bill says. */
const isHeld = { $and: [{ $eq: ['$booked', 'none'] }, { $or: [{ $eq: ['$mayBeCharged', true] }, { $in: ['$state', ['STORED', 'UNKNOWN', 'DECIDE', 'DEAD']] }] }] } // prettier-ignore

export const paidStandingStore = (control: ControlDb) => {
  const calls = textCollection<PaidGeneration>(control.db, 'generations')
  const count = (what: unknown) => ({ $sum: { $cond: [what, 1, 0] } })
  return {
    async of(project: string): Promise<PaidStanding> {
      const [found] = await calls
        .aggregate<PaidStanding>([
          { $match: { project: new ObjectId(project), paid: true } },
          {
            $group: {
              _id: null,
              underWay: count(isUnderWay),
              unbilled: count(isUnbilled),
              heldForOver: { $sum: { $cond: [isHeld, '$priceNanodollars', 0] } },
            },
          },
          { $project: { _id: 0 } },
        ])
        .toArray()
      return found ?? { underWay: 0, unbilled: 0, heldForOver: 0 }
    },

    /** A person's word on everything that may have been paid in vain: it is made anew. Answers how many there are. */
    async wantAgain(project: string, { by, reason }: { by: string; reason: string }): Promise<number> {
      const at = new Date()
      const inVain = { $or: [{ state: 'DEAD' as const }, { state: 'FAILED' as const, mayBeCharged: true }] }
      const open = {
        project: new ObjectId(project),
        paid: true as const,
        ...inVain,
        'decisions.action': { $ne: 'again' as const },
      }
      const decision = { action: 'again' as const, by, reason, at }
      return (await calls.updateMany(open, { $push: { decisions: decision }, $set: { updatedAt: at } })).modifiedCount
    },
  }
}
