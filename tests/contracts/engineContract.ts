import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StudioError } from '@/domain/errors/StudioError'
import type { Engine } from '@/domain/run/engine'
import { ended, type RunState } from '@/domain/run/runState'
import type { StepContext } from '@/pipeline/defineStep'
import { until } from '../support/until'
import { planOfActs, type Acts, type TestNode } from '../support/crew'

/** A worker of the engine under test, over the stores all workers share. */
export type ContractWorker = {
  engine: Engine
  stateOf: (runId: string) => Promise<RunState>
  work: () => void
  stop: () => Promise<void>
  /** Gone at once, without a last word; its leases stay until they run out. */
  kill: () => Promise<void>
  /** Sleeps longer than its lease; what it does meanwhile goes on without heartbeat. */
  freeze: () => void
}

export type WorkerWishes = {
  acts: Acts
  leaseMs?: number
  cpuSlots?: number
  freeLanes?: number
  providerSlots?: number
  version?: string
}

export type ContractStage = {
  /** A worker that does not work yet. */
  worker: (wishes: WorkerWishes) => Promise<ContractWorker>
  storeRun: (plan: ReturnType<typeof planOfActs>) => Promise<string>
  /** What the provider knows as settled; the backstop asks for it. */
  settledKeys: Set<string>
  /** Counts an effect in the transaction of a step. */
  effect: (context: StepContext) => { write: (tx: any) => Promise<void> }
  effectsOf: (runId: string) => Promise<Record<string, number>>
  heldSlots: () => Promise<number>
  /** All that the engine itself remembers, and nothing the stores need, is gone. */
  loseEngineData: () => Promise<void>
  /** Everything an engine keeps or sends, as text. */
  payloads: (runId: string) => Promise<string>
  errorOf: (runId: string) => Promise<{ code: string } | null>
  close: () => Promise<void>
}

const waits = (ms: number) => () => sleep(ms)
const leaseMs = 500

/** What every engine promises (house.md, durable core). */
export const engineContract = (name: string, openStage: () => Promise<ContractStage>, manySteps = 10_000): void => {
  describe(name, () => {
    let stage: ContractStage
    const workers: ContractWorker[] = []
    beforeEach(async () => {
      stage = await openStage()
    })
    afterEach(async () => {
      await Promise.all(workers.splice(0).map((worker) => worker.stop()))
      await stage.close()
    })

    const hire = async (wishes: WorkerWishes): Promise<ContractWorker> => {
      const worker = await stage.worker({ leaseMs, ...wishes })
      workers.push(worker)
      worker.work()
      return worker
    }
    const begin = async (worker: ContractWorker, nodes: TestNode[], more: Parameters<typeof planOfActs>[1] = {}) => {
      const runId = await stage.storeRun(planOfActs(nodes, more))
      await worker.engine.start(runId)
      return runId
    }
    const reaches = (worker: ContractWorker, runId: string, ...[goal, limitMs]: [RunState['stage'], number?]) =>
      until(
        async () => `the run is ${goal}: ${(await stage.payloads(runId)).slice(0, 3000)}`,
        async () => {
          const state = await worker.stateOf(runId)
          if (ended(state.stage) && state.stage !== goal) throw new Error(`the run is ${state.stage}, not ${goal}`)
          return state.stage === goal && state
        },
        limitMs,
      )
    const effect: Acts = { effect: (context) => stage.effect(context) }
    const onceEach = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}:1`, 1]))

    /** A provider that takes its time: the first call posts and parks, the next finds the answer. */
    const provider = () => {
      const posts: string[] = []
      const runs: string[] = []
      const act = (context: StepContext) => {
        const key = `${context.runId}/${context.input['node']}/${context.take}`
        runs.push(key)
        if (stage.settledKeys.has(key)) return stage.effect(context)
        if (!posts.includes(key)) posts.push(key)
        return { waiting: key }
      }
      return { posts, runs, act }
    }

    it('a run finishes when every node is done, and each effect is there once', async () => {
      const [one] = await Promise.all([hire({ acts: effect }), hire({ acts: effect })])
      const nodes = [
        { act: 'effect' },
        { act: 'effect', needs: [0] },
        { act: 'effect', needs: [0] },
        { act: 'effect', needs: [1, 2] },
      ]
      const wide = Array.from({ length: 20 }, () => ({ act: 'effect', needs: [3] }))
      const runId = await begin(one, [...nodes, ...wide])
      await reaches(one, runId, 'succeeded')
      expect(await stage.effectsOf(runId)).toEqual(onceEach(24))
    })

    it('starting a run twice joins it', async () => {
      const worker = await hire({ acts: effect })
      const runId = await stage.storeRun(planOfActs([{ act: 'effect' }]))
      expect(await worker.engine.start(runId)).toBe('started')
      expect(await worker.engine.start(runId)).toBe('joined')
      await reaches(worker, runId, 'succeeded')
      expect(await worker.engine.start(runId)).toBe('joined')
      expect(await stage.effectsOf(runId)).toEqual(onceEach(1))
    })

    it('a free slot takes the ready step with the longest path to the end', async () => {
      const order: string[] = []
      const acts: Acts = {
        note: async (context) => {
          order.push(context.input['node']!)
          await sleep(5)
          return {}
        },
      }
      const worker = await hire({ acts, cpuSlots: 1 })
      const ranks = [3, 9, 1, 7, 5]
      const runId = await begin(
        worker,
        ranks.map((rank) => ({ act: 'note', rank, slot: 'cpu' as const })),
      )
      await reaches(worker, runId, 'succeeded')
      expect(order).toEqual(['1', '3', '4', '0', '2'])
    })

    it('never more steps of a kind run than its cap', async () => {
      const caps = { cpu: 2, provider: 3, free: 2 }
      const counts = new Map<string, { now: number; most: number }>()
      const busy = (who: string) => async () => {
        const count = counts.get(who) ?? { now: 0, most: 0 }
        counts.set(who, count)
        count.most = Math.max(count.most, ++count.now)
        await sleep(60)
        count.now--
        return {}
      }
      const workerOf = (n: number) =>
        hire({
          acts: { cpu: busy('cpu'), provider: busy('provider'), free: busy(`free of worker ${n}`) },
          cpuSlots: caps.cpu,
          providerSlots: caps.provider,
          freeLanes: caps.free,
          leaseMs: 15_000,
        })
      const [one] = await Promise.all([workerOf(1), workerOf(2), workerOf(3)])
      const slots = { cpu: 'cpu', provider: 'provider:fake', free: 'free' } as const
      const nodes = (['cpu', 'provider', 'free'] as const).flatMap((act) =>
        Array.from({ length: 12 }, () => ({ act, slot: slots[act] })),
      )
      const runId = await begin(one, nodes)
      await reaches(one, runId, 'succeeded')
      for (const [who, { most }] of counts) {
        const cap = caps[who.split(' ')[0] as keyof typeof caps]
        expect(most, who).toBeLessThanOrEqual(cap)
        if (!who.startsWith('free')) expect(most, who).toBeGreaterThan(1)
      }
    })

    it('a step that waits for a provider holds no CPU slot and no worker', async () => {
      const { posts, act } = provider()
      const worker = await hire({ acts: { call: act, ...effect }, cpuSlots: 1, freeLanes: 1 })
      const runId = await begin(worker, [
        { act: 'call', slot: 'cpu', rank: 9 },
        { act: 'call', rank: 9 },
        { act: 'effect', slot: 'cpu' },
        { act: 'effect' },
      ])
      await until('the others are done', async () => Object.keys(await stage.effectsOf(runId)).length === 2)
      expect(posts).toHaveLength(2)
      await until('no slot is held', async () => (await stage.heldSlots()) === 0)
      for (const key of posts) {
        stage.settledKeys.add(key)
        await worker.engine.settled(runId, key)
      }
      await reaches(worker, runId, 'succeeded')
    })

    it('a settled signal before the step parks is not lost', async () => {
      let mayPark: () => void = () => undefined
      const gate = new Promise<void>((open) => (mayPark = open))
      let called = 0
      const acts: Acts = {
        call: async (context) => {
          if (++called > 1) return stage.effect(context)
          await gate
          return { waiting: 'clip' }
        },
      }
      const worker = await hire({ acts })
      const runId = await begin(worker, [{ act: 'call' }])
      await until('the call is made', () => called === 1)
      await worker.engine.settled(runId, 'clip')
      mayPark()
      await reaches(worker, runId, 'succeeded')
      expect(called).toBe(2)
    })

    it('ten settled signals wake a step once; the backstop makes up for none', async () => {
      const { posts, runs, act } = provider()
      const worker = await hire({ acts: { call: act } })
      const runId = await begin(worker, [{ act: 'call' }, { act: 'call' }])
      await until('both wait', async () => (await worker.stateOf(runId)).nodes.every((node) => node === 'waiting'))
      const [loud, quiet] = posts as [string, string]
      stage.settledKeys.add(loud)
      await Promise.all(Array.from({ length: 10 }, () => worker.engine.settled(runId, loud)))
      await until('the first is done', async () => Object.keys(await stage.effectsOf(runId)).length === 1)
      stage.settledKeys.add(quiet)
      await reaches(worker, runId, 'succeeded')
      expect(runs.filter((key) => key === loud)).toHaveLength(2)
      expect(runs.filter((key) => key === quiet)).toHaveLength(2)
    })

    it('a never error is tried once and blocks only its dependants; a later error five times, obeying Retry-After', async () => {
      const times: Record<string, number[]> = { never: [], later: [] }
      const failing = (act: 'never' | 'later') => () => {
        times[act]!.push(Date.now())
        throw new StudioError({ code: 'TEST', what: act, why: 'because', fix: 'wait', retry: act, afterMs: 120 })
      }
      const acts: Acts = { never: failing('never'), later: failing('later'), ...effect }
      const worker = await hire({ acts })
      const nodes = [
        { act: 'never' },
        { act: 'effect', needs: [0] },
        { act: 'later' },
        { act: 'effect' },
        { act: 'effect', needs: [3] },
      ]
      const runId = await begin(worker, nodes, { onError: 'goOn' })
      const state = await reaches(worker, runId, 'failed')
      expect(times['never']).toHaveLength(1)
      expect(times['later']).toHaveLength(5)
      times['later']!.slice(1).forEach((at, i) => expect(at - times['later']![i]!).toBeGreaterThanOrEqual(118))
      expect(state.nodes).toEqual(['failed', 'blocked', 'failed', 'done', 'done'])
      expect(await stage.errorOf(runId)).toMatchObject({ code: 'TEST' })
    })

    it('resume continues at the failed step and repeats nothing done', async () => {
      let broken = true
      const acts: Acts = {
        ...effect,
        breaks: (context) => {
          if (broken) throw new StudioError({ code: 'TEST', what: 'no', why: 'no', fix: 'mend it', retry: 'afterFix' })
          return stage.effect(context)
        },
      }
      const worker = await hire({ acts })
      const runId = await begin(worker, [
        { act: 'effect' },
        { act: 'breaks', needs: [0] },
        { act: 'effect', needs: [1] },
      ])
      await reaches(worker, runId, 'failed')
      expect(await stage.effectsOf(runId)).toEqual({ '0:1': 1 })
      broken = false
      await worker.engine.resume(runId)
      await reaches(worker, runId, 'succeeded')
      expect(await stage.effectsOf(runId)).toEqual(onceEach(3))
      expect(await stage.errorOf(runId)).toBeNull()
    })

    it('a judge’s no shoots again under a new take until takes run out', async () => {
      const takes: Record<string, number[]> = { '0': [], '2': [] }
      const acts: Acts = {
        ...effect,
        judge: (context) => {
          const node = context.input['node']!
          takes[node]!.push(context.take)
          return node === '0' && context.take === 3 ? stage.effect(context) : { again: true }
        },
      }
      const worker = await hire({ acts })
      const nodes = [
        { act: 'judge', takes: 5 },
        { act: 'effect', needs: [0] },
        { act: 'judge', takes: 2 },
        { act: 'effect', needs: [2] },
      ]
      const runId = await begin(worker, nodes)
      const state = await reaches(worker, runId, 'succeeded')
      expect(takes).toEqual({ '0': [1, 2, 3], '2': [1, 2] })
      expect(state.nodes).toEqual(['done', 'done', 'skipped', 'skipped'])
      expect(await stage.effectsOf(runId)).toEqual({ '0:3': 1, '1:1': 1 })
    })

    it('cancel starts no paid call after one second, closes the run once', async () => {
      const began: number[] = []
      let aborted = 0
      const acts: Acts = {
        call: async ({ signal }) => {
          began.push(Date.now())
          signal.addEventListener('abort', () => aborted++, { once: true })
          await sleep(150, undefined, { signal })
          return {}
        },
      }
      const [one, two] = await Promise.all([hire({ acts }), hire({ acts })])
      const nodes = Array.from({ length: 60 }, () => ({ act: 'call', slot: 'provider:fake' as const }))
      const runId = await begin(one, nodes)
      await until('calls are made', () => began.length > 4)
      await two.engine.cancel(runId)
      const cancelledAt = Date.now()
      await reaches(one, runId, 'cancelled', 5000)
      await sleep(200)
      expect(Math.max(...began)).toBeLessThan(cancelledAt + 1000)
      expect(aborted).toBeGreaterThan(0)
      const closed = (await stage.payloads(runId)).split('closeRun').length - 1
      expect(closed).toBe(1)
      await until('no slot is held', async () => (await stage.heldSlots()) === 0)
    })

    it('a killed worker’s step runs elsewhere within lease plus two seconds', async () => {
      const ranBy: string[] = []
      const actsOf = (worker: string, hangs: boolean): Acts => ({
        film: async (context) => {
          ranBy.push(worker)
          if (hangs) await new Promise(() => undefined)
          return stage.effect(context)
        },
      })
      const first = await stage.worker({ acts: actsOf('first', true), leaseMs, cpuSlots: 1 })
      first.work()
      const runId = await begin(first, [{ act: 'film', slot: 'cpu' }])
      await until('the first films', () => ranBy.length === 1)
      const second = await hire({ acts: actsOf('second', false), cpuSlots: 1 })
      await sleep(50)
      await first.kill()
      const killedAt = Date.now()
      await reaches(second, runId, 'succeeded')
      expect(Date.now() - killedAt).toBeLessThan(leaseMs + 2000)
      expect(ranBy).toEqual(['first', 'second'])
      expect(await stage.effectsOf(runId)).toEqual(onceEach(1))
    })

    it('a frozen worker that wakes changes nothing and costs no step an attempt', async () => {
      let wakeUp: () => void = () => undefined
      const asleep = new Promise<void>((open) => (wakeUp = open))
      let frozenDone = false
      const frozenActs: Acts = {
        film: async (context) => {
          await asleep
          frozenDone = true
          return stage.effect(context)
        },
      }
      const frozen = await hire({ acts: frozenActs })
      const runId = await begin(frozen, [{ act: 'film' }])
      await until('the first films', async () => (await stage.payloads(runId)).includes('"running"'))
      frozen.freeze()
      const second = await hire({ acts: { film: (context) => stage.effect(context) } })
      await reaches(second, runId, 'succeeded')
      const before = await stage.payloads(runId)
      wakeUp()
      await until('the frozen one is through', () => frozenDone)
      await sleep(300)
      expect(await stage.payloads(runId)).toBe(before)
      expect(await stage.effectsOf(runId)).toEqual(onceEach(1))
      expect(before).toContain('"errors":0')
    })

    it('a step that kills its worker three times is dead and visible', async () => {
      let deaths = 0
      for (let i = 0; i < 3; i++) {
        let reached: () => void = () => undefined
        const deadly = new Promise<void>((open) => (reached = open))
        const acts: Acts = {
          poison: async () => {
            deaths++
            reached()
            await new Promise(() => undefined)
            return {}
          },
        }
        const victim = await stage.worker({ acts, leaseMs: 200 })
        victim.work()
        runIdOfPoison =
          i === 0 ? await begin(victim, [{ act: 'poison' }, { act: 'poison', needs: [0] }]) : runIdOfPoison
        victim.engine.wake(runIdOfPoison)
        await deadly
        await victim.kill()
      }
      const last = await hire({ acts: { poison: () => ({}) }, leaseMs: 200 })
      const state = await reaches(last, runIdOfPoison, 'failed')
      expect(deaths).toBe(3)
      expect(state.nodes).toEqual(['dead', 'blocked'])
      expect(await stage.errorOf(runIdOfPoison)).toMatchObject({ code: 'STEP_DEAD' })
      await last.engine.resume(runIdOfPoison)
      await reaches(last, runIdOfPoison, 'succeeded')
    })
    let runIdOfPoison = ''

    it('a killed engine forgets no accepted start, signal or cancel', async () => {
      const { posts, act } = provider()
      const acts: Acts = { call: act, hang: waits(60_000) as never }
      const accepting = await stage.worker({ acts })
      const run = await begin(accepting, [{ act: 'call' }])
      await accepting.kill() // start accepted, never worked

      const second = await stage.worker({ acts, leaseMs })
      second.work()
      await until('the call waits', async () => (await second.stateOf(run)).nodes[0] === 'waiting')
      const deaf = await stage.worker({ acts })
      stage.settledKeys.add(posts[0]!)
      await second.kill()
      await deaf.engine.settled(run, posts[0]!)
      const other = await begin(deaf, [{ act: 'hang' }])
      await deaf.engine.cancel(other)
      await deaf.kill()

      const third = await hire({ acts })
      await reaches(third, run, 'succeeded')
      await reaches(third, other, 'cancelled')
      expect(posts).toHaveLength(1)
    })

    it('an engine whose own data is gone rebuilds the run without a second paid call', async () => {
      const { posts, act } = provider()
      const acts: Acts = { ...effect, call: act }
      const first = await stage.worker({ acts, leaseMs })
      first.work()
      const nodes = [
        { act: 'effect' },
        { act: 'call', needs: [0], slot: 'provider:fake' as const },
        { act: 'effect', needs: [1] },
      ]
      const runId = await begin(first, nodes)
      await until('the call waits', async () => (await first.stateOf(runId)).nodes[1] === 'waiting')
      await first.kill()
      await stage.loseEngineData()
      stage.settledKeys.add(posts[0]!)
      const second = await hire({ acts })
      await reaches(second, runId, 'succeeded')
      expect(posts).toHaveLength(1)
      expect(await stage.effectsOf(runId)).toEqual(onceEach(3))
    })

    it(`${manySteps.toLocaleString('en')} steps finish with bounded history and memory`, async () => {
      const worker = await hire({ acts: { nothing: () => ({}) }, freeLanes: 40, leaseMs: 15_000 })
      const before = process.memoryUsage().heapUsed
      const nodes = Array.from({ length: manySteps }, () => ({ act: 'nothing' }))
      const runId = await begin(worker, nodes)
      const state = await reaches(worker, runId, 'succeeded', 170_000)
      expect(state.seq).toBeLessThanOrEqual(manySteps + 2)
      expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(300)
    }, 180_000)

    it('a run ends under the plan it started with, through a deploy', async () => {
      const seen: string[] = []
      const actsOf = (version: string): Acts => ({
        step: async () => {
          seen.push(version)
          await sleep(30)
          return {}
        },
      })
      const old = await hire({ acts: actsOf('one'), version: 'one', freeLanes: 1 })
      const chain = Array.from({ length: 6 }, (_, i) => ({ act: 'step', needs: i === 0 ? [] : [i - 1] }))
      const oldRun = await begin(old, chain, { version: 'one' })
      await until('it is under way', () => seen.length > 1)
      const next = await hire({ acts: actsOf('two'), version: 'two' })
      const newRun = await begin(next, [{ act: 'step' }], { version: 'two' })
      await reaches(old, oldRun, 'succeeded')
      await reaches(next, newRun, 'succeeded')
      expect(seen.filter((version) => version === 'one')).toHaveLength(6)
      expect(seen.filter((version) => version === 'two')).toHaveLength(1)
    })

    it('no payload holds a prompt, a key or a picture', async () => {
      const secrets = ['MARA ties the rope in the rain', 'sk-a-key-of-a-provider', 'iVBORw0KGgoAAAANSUhEUg']
      const acts: Acts = {
        call: (context) => ({
          gives: { prompt: secrets[0], picture: secrets[2] },
          write: stage.effect(context).write,
        }),
      }
      const worker = await hire({ acts })
      const runId = await begin(worker, [{ act: 'call' }, { act: 'call', needs: [0] }])
      await reaches(worker, runId, 'succeeded')
      const text = await stage.payloads(runId)
      for (const secret of secrets) expect(text).not.toContain(secret)
      expect(text).toContain('"done"')
    })
  })
}
