import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ShotSize } from '@/domain/scene/vocabulary'
import type { ShotPlan } from '@/pipeline/scene/planShot'
import { questionsOf, type PlannedQuestion } from '@/pipeline/scene/questions'
import { measuredJudge } from '@/providers/previs/measuredJudge'
import { random } from '@/providers/previs/random'
import { looks } from './cast'
import { boardOf, judgedIn } from './judged'

type Right = {
  id: string
  plan: ShotPlan
  standing: { asset: { name: string; sha256: string; mime: string; bytes: number } }[]
}

const boards = 42
const judge = measuredJudge()
const { signal } = new AbortController()
/** No two of a cast share skin, hair and hue. */
const stranger = { ...looks.vance, hat: 'none', skinColor: '#8c5836' } as const
const swaps = { mara: stranger, jonas: stranger, pip: stranger, vance: { ...looks.mara, skinColor: '#f0c8a4' } }
const farOff = (size: ShotSize): ShotSize =>
  size === 'extreme_wide' || size === 'wide' || size === 'full' ? 'close_up' : 'extreme_wide'

describe('the measuring judge', () => {
  let folder = ''
  let set: ReturnType<typeof judgedIn>
  const right: Right[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'judged-'))
    set = judgedIn(folder)
    for (let n = 0; n < boards; n++) {
      const plan = await set.planOf(String(n), boardOf(n))
      right.push({ id: String(n), plan, standing: await set.standingOf(String(n), plan) })
    }
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const ask = (picture: string, questions: PlannedQuestion[]) =>
    judge.ask({ file: set.file(picture) }, questions.map(set.asked), signal)
  const last = (one: Right) => one.standing.at(-1)?.asset.name ?? ''
  const ofLayer = ({ plan, standing }: Right, index: number) => {
    const layer = plan.layers[index]
    return layer ? questionsOf(plan, { layer, standing: standing.slice(0, index + 1) }) : []
  }
  const allOf = (one: Right) => one.plan.layers.flatMap((layer) => ofLayer(one, layer.index))
  const said = async (one: Right, picture: string, questions: PlannedQuestion[]) =>
    (await ask(picture, questions)).map(({ id, answer, evidence }) => `${one.id} ${id} ${answer}: ${evidence}`)
  const notYes = (list: string[]) => list.filter((words) => !words.includes(' yes: '))

  it('says yes to every question about right pictures, layer by layer and of the whole', async () => {
    const kinds = new Set<string>()
    const wrong: string[] = []
    for (const one of right) {
      for (const { index } of one.plan.layers) {
        const questions = ofLayer(one, index)
        for (const { kind } of questions) kinds.add(kind)
        wrong.push(...notYes(await said(one, one.standing[index]?.asset.name ?? '', questions)))
      }
      wrong.push(...notYes(await said(one, last(one), questionsOf(one.plan, { standing: one.standing }))))
    }
    expect(wrong).toEqual([])
    expect([...kinds].sort()).toEqual(['light', 'person', 'place', 'prop', 'size'])
  }, 120_000)

  it('refuses what is wrong: another place, hour, person or size, nobody, nothing, a black and a noisy picture', async () => {
    const refused: Record<string, { no: number; of: number }> = {}
    const count = async (kind: string, picture: string, questions: PlannedQuestion[]) => {
      const row = (refused[kind] ??= { no: 0, of: 0 })
      for (const { answer } of await ask(picture, questions)) {
        row.of++
        if (answer !== 'yes') row.no++
      }
    }
    const dice = random(7)
    for (const one of right.filter((_, i) => i % 5 !== 4)) {
      const { id, plan } = one
      const { staging } = plan
      const { width, height } = staging
      const questions = allOf(one)
      const of = (kind: string) => questions.filter((question) => question.kind === kind)
      const empty = one.standing[0]?.asset.name ?? ''
      const other = right.find((two) => two.plan.staging.place.interior === staging.place.interior && two.plan.staging.place.name !== staging.place.name && two.plan.staging.width === width && two.plan.staging.height === height) // prettier-ignore
      const plate = other?.plan.layers[0]?.references[0]?.asset ?? null
      if (plate)
        await count(
          'other place',
          empty,
          of('place').map((question) => ({ ...question, reference: plate })),
        )
      await count('nobody', empty, of('person'))
      await count('nothing', one.standing.at(-2)?.asset.name ?? empty, of('prop'))
      if (staging.timeOfDay === 'noon' || staging.timeOfDay === 'night') {
        const hour = { ...staging, timeOfDay: staging.timeOfDay === 'noon' ? 'night' : 'noon' } as const
        const { name } = await set.picture(`${id} hour.png`, hour, [])
        await count('other hour', name, of('light'))
      }
      if (Number(id) % 3 === 0 && of('person').length > 0) {
        const dressed = staging.people.map((person) => ({ ...person, look: swaps[person.name as keyof typeof swaps] }))
        const [layer] = of('person')
        const { name } = await set.picture(`${id} other.png`, { ...staging, people: dressed }, plan.layers.slice(0, (layer?.layer ?? 0) + 1).map((some) => some.subject)) // prettier-ignore
        await count('other person', name, of('person').slice(0, 1))
      }
      if (of('size').length > 0) {
        const { name } = await set.picture(`${id} size.png`, {
          ...staging,
          shotSize: farOff(staging.shotSize),
          props: [],
        })
        await count('other size', name, of('size'))
      }
      if (Number(id) % 4 > 0) continue
      const black = await set.save(`${id} black.png`, { width, height, data: new Uint8Array(width * height * 3) })
      await count('black', black.name, questions)
      const noise = Uint8Array.from({ length: width * height * 3 }, () => Math.floor(dice() * 256))
      await count('noise', (await set.save(`${id} noise.png`, { width, height, data: noise })).name, questions)
    }
    const rows = Object.entries(refused).map(([kind, { no, of }]) => `${kind}: ${String(no)} of ${String(of)}`)
    const all = Object.values(refused).reduce((sum, { no, of }) => ({ no: sum.no + no, of: sum.of + of }), {
      no: 0,
      of: 0,
    })
    expect(all.no / all.of, rows.join(', ')).toBeGreaterThan(0.9)
    for (const [kind, { no, of }] of Object.entries(refused)) expect(no / of, `${kind}: ${rows.join(', ')}`).toBeGreaterThan(0.6) // prettier-ignore
  }, 120_000)

  it('does not pretend: without a reference or without a measure it does not know', async () => {
    const [one] = right
    const [question] = one ? ofLayer(one, 0) : []
    if (!one || !question) throw new Error('the first board asks for its place')
    const blind = { ...question, reference: null, kind: 'place' as const }
    const answers = await ask(last(one), [blind, { ...question, kind: 'cut' }])
    expect(answers.map(({ answer }) => answer)).toEqual(['unknown', 'unknown'])
  })
})
