import { StudioError } from '@/domain/errors/StudioError'

/** One status of a table: what people read, and where it may go. */
type StatusRow<Name extends string> = { label: string; next: readonly NoInfer<Name>[] }

/** Names, labels and allowed moves of one status; admin, hooks, jobs and tests all read it. */
export type StatusTable<Name extends string> = {
  /** What has this status: "project", "scene" … */
  of: string
  names: readonly [Name, ...Name[]]
  /** Everything as the admin's select wants it. */
  options: { label: string; value: Name }[]
  label: (name: Name) => string
  /** The statuses it may go to from here. */
  next: (name: Name) => readonly Name[]
  may: (from: Name, to: Name) => boolean
  /** Gives `to` back; fails with STATUS_MOVE_REFUSED, which says where it may go. */
  move: (from: Name, to: Name) => Name
  is: (value: unknown) => value is Name
}

const refused = (of: string, words: { from: string; to: string; may: readonly string[] }) =>
  new StudioError({
    code: 'STATUS_MOVE_REFUSED',
    what: `The ${of} cannot go from ${words.from} to ${words.to}.`,
    why:
      words.may.length > 0 ? `From here it may only go to: ${words.may.join(', ')}.` : 'This status is the last one.',
    fix: 'Look at it again: it may have moved on meanwhile. Then choose one of the moves it has.',
    field: 'status',
  })

/**
 * Makes a status table; a name in `next` that is no row of the table does not compile.
 * @param of what has this status, in a person's words
 * @param rows status → label and allowed moves, in the order people see them
 */
export const statusTable = <Name extends string>(
  of: string,
  rows: Record<Name, StatusRow<Name>>,
): StatusTable<Name> => {
  const names = Object.keys(rows) as [Name, ...Name[]]
  const may = (from: Name, to: Name) => rows[from].next.includes(to)
  return {
    of,
    names,
    options: names.map((value) => ({ label: rows[value].label, value })),
    label: (name) => rows[name].label,
    next: (name) => rows[name].next,
    may,
    move: (from, to) => {
      if (!may(from, to)) throw refused(of, { from, to, may: rows[from].next })
      return to
    },
    is: (value): value is Name => typeof value === 'string' && Object.hasOwn(rows, value),
  }
}
