/** What a stale mark says of one field; kept beside what is stale until it is made again, kept or set back. */
export type StaleReason = {
  /** The document that changed, as results name it: `characters/MARA`. */
  of: string
  /** The field that changed. */
  field: string
  /** One sentence for people. */
  reason: string
  /** What the field says now; a person who keeps the old result accepts exactly this. */
  now: string
  /** The steps that would be done again. */
  makes: string[]
  by: string
  at: Date | null
}

/** Reasons of several steps as one list: one for each field, with all the steps that read it. */
export const joinReasons = (reasons: readonly StaleReason[]): StaleReason[] => {
  const joined = new Map<string, StaleReason>()
  for (const one of reasons) {
    const key = `${one.of} ${one.field}`
    const known = joined.get(key)
    if (known) known.makes = [...new Set([...known.makes, ...one.makes])]
    else joined.set(key, { ...one, makes: [...one.makes] })
  }
  return [...joined.values()]
}

type Marked = { id: string; reasons: readonly Pick<StaleReason, 'of' | 'field' | 'reason'>[] }
export type StaleCause = { of: string; field: string; says: string; ids: string[] }

/** One line for each change, with how many pictures it touches: "MARA’s coat changed …; 6 scenes show it." */
export const staleCauses = (marked: readonly Marked[], kind: 'scene' | 'document'): StaleCause[] => {
  const causes = new Map<string, StaleCause>()
  for (const { id, reasons } of marked) {
    for (const { of, field, reason } of reasons) {
      const key = `${of} ${field}`
      const cause = causes.get(key) ?? { of, field, says: reason, ids: [] }
      if (!cause.ids.includes(id)) cause.ids.push(id)
      causes.set(key, cause)
    }
  }
  return [...causes.values()].map((cause) => ({ ...cause, says: `${cause.says.replace(/\.$/, '')}; ${countWords(cause.ids.length, kind)}.` }))
} // prettier-ignore

const countWords = (count: number, kind: 'scene' | 'document'): string => {
  if (kind === 'document') return count === 1 ? 'one document was drawn from it' : `${numberWord(count)} documents were drawn from it`
  return count === 1 ? 'one scene shows it' : `${numberWord(count)} scenes show it`
} // prettier-ignore

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const numberWord = (count: number): string => small[count] ?? String(count)
