import type { MentionFinder } from '@/domain/screenplay/namesIn'
import type { Told } from '../told'
import type { Statement } from './statementsIn'
import { traitsIn } from './traits'

/** What a name itself says of somebody: "MAN IN A GREY COAT" wears one, from where the name first stands. */
export const ownWords = (
  names: readonly string[],
  { told, mentions }: { told: readonly Told[]; mentions: MentionFinder },
): Statement[] =>
  names.flatMap((name) => {
    const words = /\s(?:IN|WITH|WEARING)\s+(.+)$/i.exec(name)?.[1]?.toLowerCase()
    if (words === undefined) return []
    const first = told.find(({ text }) => mentions(text).some((one) => one.name === name))
    if (!first) return []
    const { line, heading } = first
    return traitsIn(words).map((trait) => ({ ...trait, name, line, heading, quote: name, changes: false }))
  })
