import { describe, expect, it } from 'vitest'
import { paidMoves, type Evidence, type PaidWriter } from '@/domain/generation/paidMoves'
import type { GenerationStatus } from '@/domain/generation/generationStatus'

/**
 * Every order of events around one paid call: two workers, two kills, one lost answer (or one kill and one refusal), one lost and one
 * doubled callback, a lease that ends at any moment, one flagged resubmission. The moves are the studio's own table;
 * around them stand a provider that bills what it accepts, callbacks, a journal on disk. Taking away any one guard
 * must break a promise, else the guard, or the model, is worth nothing. Source: money.md §3.4.
 */
type Guards = Record<'oneShot' | 'neverRequeued' | 'compareAndSet' | 'intentFirst' | 'flagged' | 'token' | 'listing' | 'poll', boolean> // prettier-ignore
const all: Guards = {
  oneShot: true, neverRequeued: true, compareAndSet: true, intentFirst: true, flagged: true, token: true, listing: true, poll: true,
} // prettier-ignore

type Phase = 'idle' | 'read' | 'claimed' | 'answered' | 'noAnswer' | 'refused' | 'journaled'
type Worker = { phase: Phase; fence: number }
type World = {
  state: GenerationStatus | null
  fence: number
  /** The attempt whose request the call is known to have; 0: none. */
  request: number
  workers: [Worker, Worker]
  /** Accepted requests, by attempt; true when finished. The provider bills each. */
  accepted: [attempt: number, done: boolean][]
  /** Callbacks on their way, and those taken in. */
  flying: number[]
  inbox: number[]
  /** Lines of workers that died. */
  journal: number[]
  left: { kills: number; lost: number; refusals: number; lostCalls: number; doubled: number; resubmits: number }
  flags: number
  writtenOff: boolean
}
const start: World = {
  state: null, fence: 0, request: 0, workers: [{ phase: 'idle', fence: 0 }, { phase: 'idle', fence: 0 }], accepted: [], flying: [],
  inbox: [], journal: [], left: { kills: 2, lost: 1, refusals: 0, lostCalls: 1, doubled: 1, resubmits: 1 }, flags: 0, writtenOff: false,
} // prettier-ignore

type Action = { says: string; next: World; byChance?: true }

/** The move of the table, or null: nothing matched. */
const moved = (world: World, evidence: Evidence, by: PaidWriter): World | null => {
  const next = world.state && paidMoves[world.state][evidence]
  return next?.by.includes(by) ? { ...world, state: next.to } : null
}
const spend = (world: World, what: keyof World['left']): World => ({
  ...world,
  left: { ...world.left, [what]: world.left[what] - 1 },
})
const put = (world: World, i: number, now: Worker): World => ({
  ...world,
  workers: world.workers.map((one, at) => (at === i ? now : one)) as World['workers'],
})
const idle: Worker = { phase: 'idle', fence: 0 }
const without = (list: readonly number[], one: number) => list.filter((_, i) => i !== list.indexOf(one))
const accept = (world: World, attempt: number): World => ({ ...world, accepted: [...world.accepted, [attempt, false]] })

/** The answer of attempt `fence` reaches the call, now or out of the journal; what does not match is told as orphan. */
const land = (world: World, fence: number): World =>
  (world.fence === fence ? moved({ ...world, request: fence }, 'accepted', 'worker') : null) ?? world

const workerActs = (world: World, guards: Guards, i: number): Action[] => {
  const { phase, fence } = world.workers[i]!
  const name = `worker ${String(i)}`
  const to = (says: string, next: World | null): Action[] => (next ? [{ says: `${name} ${says}`, next }] : [])
  const post = (at: World, attempt: number): Action[] => [
    ...to('posts', put(accept(at, attempt), i, { phase: 'answered', fence: attempt })),
    ...(at.left.lost > 0
      ? [
          ...to(
            'posts, answer lost',
            put(spend(accept(at, attempt), 'lost'), i, { phase: 'noAnswer', fence: attempt }),
          ),
          ...to('posts, never arrives', put(spend(at, 'lost'), i, { phase: 'noAnswer', fence: attempt })),
        ]
      : []),
    ...(at.left.refusals > 0
      ? to('is refused', put(spend(at, 'refusals'), i, { phase: 'refused', fence: attempt }))
      : []),
  ]
  switch (phase) {
    case 'idle':
      if (world.state === 'INTENT') return to('reads', put(world, i, { phase: 'read', fence: world.fence }))
      return world.state === null && !guards.intentFirst
        ? post({ ...world, fence: world.fence + 1 }, world.fence + 1)
        : []
    case 'read': {
      const mine = !guards.compareAndSet || (world.state === 'INTENT' && world.fence === fence)
      const claimed = mine ? { ...world, state: 'SUBMITTING' as const, fence: world.fence + 1 } : null
      return to('claims', claimed ? put(claimed, i, { phase: 'claimed', fence: claimed.fence }) : put(world, i, idle))
    }
    case 'claimed':
      return post(world, fence)
    case 'answered':
      return to('writes the journal', put(world, i, { phase: 'journaled', fence }))
    case 'journaled':
      return to('lands', put(landFirst(world, fence, guards), i, idle))
    case 'noAnswer': {
      const told = world.fence === fence ? moved(world, 'noAnswer', 'worker') : null
      return guards.oneShot ? to('does not know', put(told ?? world, i, idle)) : to('tries again', put(world, i, { phase: 'claimed', fence: fence })) // prettier-ignore
    }
    case 'refused': {
      const told = world.fence === fence ? moved(world, 'notTaken', 'worker') : null
      return to('was not taken', put(told ?? world, i, idle))
    }
  }
}
/** Whoever posts before any intent writes the call down only now. */
const landFirst = (world: World, fence: number, { intentFirst }: Guards): World =>
  !intentFirst && world.state === null ? { ...world, state: 'SUBMITTED', request: fence } : land(world, fence)

const providerActs = (world: World): Action[] => [
  ...world.accepted.flatMap(([attempt, done], at): Action[] => {
    if (done) return []
    const finished = { ...world, accepted: world.accepted.map<[number, boolean]>((one, i) => (i === at ? [attempt, true] : one)) } // prettier-ignore
    const told = { ...finished, flying: [...finished.flying, attempt] }
    return [
      { says: `${String(attempt)} is finished`, next: told },
      ...(world.left.lostCalls > 0 ? [{ says: 'its callback is lost', next: spend(finished, 'lostCalls') }] : []),
      ...(world.left.doubled > 0
        ? [{ says: 'it is told twice', next: spend({ ...told, flying: [...told.flying, attempt] }, 'doubled') }]
        : []),
    ]
  }),
  ...[...new Set(world.flying)].map((attempt) => ({
    says: `callback ${String(attempt)} arrives`,
    next: { ...world, flying: without(world.flying, attempt), inbox: [...new Set([...world.inbox, attempt])] },
  })),
]

const applied = (world: World, attempt: number, { token }: Guards): World => {
  const rest = { ...world, inbox: without(world.inbox, attempt) }
  if (rest.request === attempt) return moved(rest, 'answered', 'inbox') ?? rest
  if (!token || rest.fence !== attempt || (rest.request !== 0 && rest.request !== attempt)) return rest
  const found = moved({ ...rest, request: attempt }, 'found', 'inbox')
  return found ? (moved(found, 'answered', 'inbox') ?? found) : rest
}

const deskActs = (world: World, guards: Guards): Action[] => {
  const to = (says: string, next: World | null): Action[] => (next ? [{ says, next }] : [])
  const isDone = (attempt: number) => world.accepted.some(([one, done]) => one === attempt && done)
  const listed = guards.listing ? world.accepted.filter(([attempt, done]) => done && attempt !== world.request) : []
  const doubted = world.state === 'UNKNOWN' || world.state === 'DECIDE'
  return [
    ...(world.state === null ? to('the step wants it', { ...world, state: 'INTENT' }) : []),
    ...world.inbox.flatMap((attempt) => to(`callback ${String(attempt)} is applied`, applied(world, attempt, guards))),
    ...world.journal.flatMap((attempt) => to('the journal is read', { ...land(world, attempt), journal: without(world.journal, attempt) })), // prettier-ignore
    ...(guards.poll && world.state === 'SUBMITTED' && isDone(world.request) ? to('it is asked for', moved(world, 'answered', 'poller')) : []), // prettier-ignore
    ...(doubted ? listed.flatMap(([attempt]) => to('the list has it', moved({ ...world, request: attempt }, 'found', 'reconciler'))) : []), // prettier-ignore
    ...to('it is fetched and kept', moved(world, 'stored', 'ingester')),
    ...(guards.neverRequeued
      ? to('the lease ends', moved(world, 'leaseOver', 'sweeper'))
      : to('the lease ends, sent again', world.state === 'SUBMITTING' ? { ...world, state: 'INTENT' } : null)),
    ...(guards.flagged
      ? to('the grace is over', moved(world, 'graceOver', 'reconciler'))
      : to('sent again by itself', world.state === 'UNKNOWN' ? { ...world, state: 'INTENT', request: 0 } : null)),
  ]
}

const byChance = (world: World): Action[] => {
  const kills = world.left.kills > 0 ? world.workers.flatMap(({ phase, fence }, i): Action[] => {
    if (phase === 'idle') return []
    const dead = put(spend(world, 'kills'), i, idle)
    const next = phase === 'journaled' ? { ...dead, journal: [...dead.journal, fence] } : dead
    return [{ says: `worker ${String(i)} is killed`, next, byChance: true }]
  }) : [] // prettier-ignore
  const resubmit = world.left.resubmits > 0 ? moved({ ...world, request: 0 }, 'resubmit', 'person') : null
  const writeOff = moved({ ...world, writtenOff: true }, 'writeOff', 'person')
  return [
    ...kills,
    ...(resubmit ? [{ says: 'a person sends it again', next: spend({ ...resubmit, flags: world.flags + 1 }, 'resubmits'), byChance: true as const }] : []), // prettier-ignore
    ...(writeOff ? [{ says: 'a person writes it off', next: writeOff, byChance: true as const }] : []),
  ]
}

/** What is wrong with a world in which nothing more happens by itself. */
const wrongIn = (
  world: World,
  actions: readonly Action[],
): 'paid twice in silence' | 'paid and never stored' | null => {
  if (world.accepted.length > 1 + world.flags) return 'paid twice in silence'
  if (world.writtenOff || actions.some(({ byChance: chance }) => !chance)) return null
  const paid = world.accepted.some(([, done]) => done)
  return paid && world.state !== 'STORED' ? 'paid and never stored' : null
}

/** Every world that can be reached, until one is wrong. */
const explored = (guards: Guards, begin = start): { worlds: number; wrong: string | null; how: string } => {
  const seen = new Map([[JSON.stringify(begin), { from: '', says: '' }]])
  for (const text of seen.keys()) {
    const world = JSON.parse(text) as World
    const actions = [
      ...workerActs(world, guards, 0), ...workerActs(world, guards, 1), ...providerActs(world), ...deskActs(world, guards), ...byChance(world),
    ] // prettier-ignore
    const wrong = wrongIn(world, actions)
    if (wrong) return { worlds: seen.size, wrong, how: storyOf(seen, text) }
    for (const { says, next } of actions) {
      const key = JSON.stringify(sorted(settled(next)))
      if (!seen.has(key)) seen.set(key, { from: text, says })
    }
  }
  return { worlds: seen.size, wrong: null, how: '' }
}
/** Once it is stored only one thing can still go wrong: somebody sends it again. */
const settled = (world: World): World => {
  if (world.state !== 'STORED') return world
  const { lost } = world.left
  const accepted = world.accepted.map<[number, boolean]>(([attempt]) => [attempt, true])
  const left = { kills: 0, lost, refusals: 0, lostCalls: 0, doubled: 0, resubmits: 0 }
  return { ...world, accepted, flying: [], inbox: [], journal: [], left }
}
/** Worlds that differ only in which worker it is, or in the order of what waits, are one. */
const sorted = (world: World): World => ({
  ...world,
  workers: world.workers.toSorted((a, b) => a.fence - b.fence || (a.phase < b.phase ? -1 : 1)) as World['workers'],
  flying: world.flying.toSorted(),
  inbox: world.inbox.toSorted(),
  journal: world.journal.toSorted(),
  accepted: world.accepted.toSorted(([a], [b]) => a - b),
})
const storyOf = (seen: Map<string, { from: string; says: string }>, end: string): string => {
  const story: string[] = []
  for (let at = seen.get(end); at?.says; at = seen.get(at.from)) story.unshift(at.says)
  return story.join(' > ')
}

describe('a paid call, in every order of events', () => {
  it('is never paid twice in silence, and what was paid is never lost', () => {
    const { worlds, wrong, how } = explored(all)
    expect(wrong, how).toBeNull()
    expect(worlds).toBeGreaterThan(4000)
  })

  it('is not paid twice either when the provider refuses it once', () => {
    const left = { ...start.left, kills: 1, refusals: 1, lost: 0 }
    const { wrong, how } = explored(all, { ...start, left })
    expect(wrong, how).toBeNull()
  })

  it.each<[string, Partial<Guards>, string]>([
    ['the client tries again by itself', { oneShot: false }, 'paid twice in silence'],
    ['an expired sending is queued again', { neverRequeued: false }, 'paid twice in silence'],
    ['a claim is no compare-and-set', { compareAndSet: false }, 'paid twice in silence'],
    ['something is sent before the intent stands', { intentFirst: false }, 'paid twice in silence'],
    ['it is sent again after the grace, unflagged', { flagged: false }, 'paid twice in silence'],
    ['callbacks carry no token and nothing is listed', { token: false, listing: false }, 'paid and never stored'],
    ['nobody asks', { poll: false }, 'paid and never stored'],
  ])('breaks a promise when %s', (_, less, wrong) => {
    const found = explored({ ...all, ...less })
    expect(found.wrong, found.how).toBe(wrong)
  })
})
