import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlannedLayer, ShotPlan } from '@/pipeline/scene/planShot'
import { questionsOf, type PlannedQuestion } from '@/pipeline/scene/questions'
import { measuredJudge } from '@/providers/previs/measuredJudge'
import { random } from '@/providers/previs/random'
import { boardCast, boardOf, boardPlace, boardView, planOfBoard } from '../../judges/boards'
import { galleryIn, type Made } from '../../judges/gallery'
import { withFiles } from '../../judges/withFiles'

type Board = { id: string; plan: ShotPlan; standing: Made[] }

/** As many as take seconds; tests/judges asks about hundreds. */
const numbers = [0, 3, 7, 9, 14, 21, 25]
const judge = measuredJudge()
const { signal } = new AbortController()

describe('the measuring judge', () => {
  let folder = ''
  let gallery: ReturnType<typeof galleryIn>
  const boards: Board[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'judged-'))
    gallery = galleryIn(folder)
    await gallery.enrolCast(boardCast, boardView)
    for (const n of numbers) {
      const plan = planOfBoard(boardOf(n))
      await gallery.enrolPlace(boardPlace(plan.staging), plan.staging)
      boards.push({ id: String(n), plan, standing: await gallery.layersOf(String(n), plan) })
    }
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const ask = (picture: string, questions: PlannedQuestion[]) =>
    judge.ask({ file: gallery.file(picture) }, questions.map((one) => withFiles(one, gallery.file)), signal) // prettier-ignore
  const lastOf = ({ standing }: Board) => standing.at(-1)?.asset.name ?? ''
  const questions = ({ plan, standing }: Board, layer?: PlannedLayer) =>
    questionsOf(plan, layer ? { layer, standing: standing.slice(0, layer.index + 1) } : { standing })

  it('says yes to every question about right pictures, layer by layer and of the whole', async () => {
    const wrong: string[] = []
    const asked = boards.flatMap((board) => [...board.plan.layers, undefined].map((layer) => ({ board, layer })))
    for (const { board, layer } of asked) {
      const picture = layer ? (board.standing[layer.index]?.asset.name ?? '') : lastOf(board)
      for (const { id, answer, evidence } of await ask(picture, questions(board, layer)))
        if (answer !== 'yes') wrong.push(`${board.id} ${id} ${answer}: ${evidence}`)
    }
    expect(wrong).toEqual([])
  })

  it('refuses black and noise as no pictures, and says so', async () => {
    const dice = random(7)
    for (const board of boards.slice(0, 2)) {
      const { width, height } = board.plan.staging
      const size = width * height * 3
      const noise = Uint8Array.from({ length: size }, () => Math.floor(dice() * 256))
      for (const [name, data] of Object.entries({ black: new Uint8Array(size), noise })) {
        const { asset } = await gallery.save(`${board.id} ${name}.png`, { width, height, data })
        const answers = await ask(asset.name, questions(board))
        expect(answers.find(({ id }) => id.includes(':tones:'))).toMatchObject({
          answer: 'no',
          evidence: `The picture is ${name}.`,
        })
      }
    }
  })

  it('does not pretend: without a reference or without a measure it does not know', async () => {
    const [board] = boards
    const question = board && questions(board).find(({ kind }) => kind === 'person')
    if (!question) throw new Error('the first board asks for a person')
    const blind = { ...question, reference: null }
    const answers = await ask(lastOf(board), [blind, { ...question, kind: 'cut' }])
    expect(answers.map(({ answer }) => answer)).toEqual(['unknown', 'unknown'])
  })

  it('knows nothing of a picture that is not there but that its file is missing', async () => {
    const [board] = boards
    if (!board) throw new Error('there are boards')
    const answers = await ask('gone.png', questions(board))
    expect(answers.find(({ id }) => id.includes(':file:'))?.answer).toBe('no')
    expect(answers.some(({ answer }) => answer === 'yes')).toBe(false)
  })
})
