import { generationStatus, type GenerationStatus } from '@/domain/generation/generationStatus'
import { textCollection, type ControlDb } from '../controlDb'
import type { Orphan } from './orphansStore'
import type { PaidGeneration } from './paidGeneration'

/** Whole nanodollars, over all projects. `atRisk`: what may have been charged without anybody knowing. */
export type PaidFigures = {
  calls: { state: GenerationStatus; count: number }[]
  atRisk: number
  spent: number
  reserved: number
  orphans: number
}

/** Accounts of projects; those of runs stand beside them and hold the same money once more. */
const ofProject = /^[0-9a-f]{24}$/

/** Paid calls and money as they stand, from small collections and one index: a long past makes it no slower. */
export const paidFigures = async ({ db }: ControlDb): Promise<PaidFigures> => {
  const calls = textCollection<PaidGeneration>(db, 'generations')
  const sumOf = async (match: object): Promise<number> => {
    const found = calls.aggregate<{ sum: number }>([
      { $match: { paid: true, ...match } },
      { $group: { _id: null, sum: { $sum: '$priceNanodollars' } } },
    ])
    return (await found.next())?.sum ?? 0
  }
  const [byState, unknown, unbooked, budget, orphans] = await Promise.all([
    Promise.all(generationStatus.names.map(async (state) => ({ state, count: await calls.countDocuments({ paid: true, state }) }))),
    sumOf({ state: { $in: ['UNKNOWN', 'DECIDE'] } }),
    sumOf({ state: { $in: ['FAILED', 'DEAD', 'CANCELLED'] }, mayBeCharged: true, booked: 'none' }),
    textCollection(db, 'budget').aggregate<{ spent: number; reserved: number }>([
      { $match: { _id: ofProject } },
      { $group: { _id: null, spent: { $sum: '$spent' }, reserved: { $sum: '$reserved' } } },
    ]).next(),
    textCollection<Orphan>(db, 'orphan_spend').aggregate<{ sum: number }>([{ $group: { _id: null, sum: { $sum: '$nanodollars' } } }]).next(),
  ]) // prettier-ignore
  return {
    calls: byState,
    atRisk: unknown + unbooked,
    spent: budget?.spent ?? 0,
    reserved: budget?.reserved ?? 0,
    orphans: orphans?.sum ?? 0,
  }
}
