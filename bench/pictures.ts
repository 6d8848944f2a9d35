import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { turnaroundViews, type CharacterLook } from '@/domain/cast/look'
import { questionsOf } from '@/pipeline/scene/questions'
import { previsImages } from '@/providers/previs/boardImages'
import { measuredJudge } from '@/providers/previs/measuredJudge'
import { filmOf } from '../tests/judges/filmOf'
import { galleryIn } from '../tests/judges/gallery'
import { shotsOf } from '../tests/judges/shots'
import { withFiles } from '../tests/judges/withFiles'
import { median, quantile, rounded, secondsOf, type Row } from './meter'

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
const { signal } = new AbortController()
const scenes = 40
type Judging = { wall: number; cpu: number }

/** The six views of a character, and every batch of questions about a scene’s pictures of 1280 × 720, layer by layer and at the end. */
export const bench = async (): Promise<{ rows: Row[]; json: Record<string, unknown> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'backlot-bench-'))
  try {
    const film = filmOf('glass-orchard', readFileSync('tests/screenplays/glass-orchard.fountain', 'utf8'), { resolution: '720p' })
    const views = await viewSeconds(folder, film.cast)
    const judged = await judgeMilliseconds(folder, film)
    const row = (metric: string, value: number, { unit, reach }: { unit: string; reach: number }): Row =>
      ({ metric, value: `${String(value)} ${unit}`, target: `≤ ${String(reach)} ${unit}`, met: value <= reach }) // prettier-ignore
    return {
      rows: [
        row('six views of one character, median', rounded(median(views)), { unit: 's', reach: 1.5 }),
        row('a picture (720p) with its questions, mean', rounded(mean(judged.map(({ wall }) => wall)), 0), { unit: 'ms', reach: 60 }),
        { metric: '  the same, 95 of 100', value: `${String(rounded(quantile(judged.map(({ wall }) => wall), 0.95), 0))} ms`, target: '', met: null },
        { metric: '  the same, mean of processor time', value: `${String(rounded(mean(judged.map(({ cpu }) => cpu)), 0))} ms`, target: '', met: null },
      ],
      json: { views, judged },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
} // prettier-ignore

const viewSeconds = async (folder: string, cast: { name: string; look: CharacterLook }[]): Promise<number[]> => {
  const images = previsImages()
  const draw = async ({ name, look }: (typeof cast)[number]) => {
    for (const view of turnaroundViews) {
      const request = { prompt: '', negativePrompt: '', seed: 1, width: 480, height: 720, references: [], base: null }
      const file = join(folder, `view-${view}.png`)
      await images.make({ ...request, subject: { kind: 'view', name, look, view } }, { file, signal })
    }
  }
  const seconds: number[] = []
  for (const [i, one] of [...cast.slice(0, 1), ...cast].entries()) {
    const took = await secondsOf(() => draw(one))
    if (i > 0) seconds.push(took) // the first of a process warms it
  }
  return seconds
}

const judgeMilliseconds = async (folder: string, film: ReturnType<typeof filmOf>): Promise<Judging[]> => {
  const gallery = galleryIn(folder)
  const judge = measuredJudge()
  const judged: Judging[] = []
  for (const { plan, standing } of await shotsOf(gallery, { film, aspect: '16:9', only: scenes })) {
    for (const layer of [...plan.layers, null]) {
      const upTo = layer ? standing.slice(0, layer.index + 1) : standing
      const questions = questionsOf(plan, { standing: upTo, before: null, ...(layer ? { layer } : {}) })
      const [file = ''] = upTo.slice(-1).map(({ asset }) => gallery.file(asset.name))
      const asked = questions.map((one) => withFiles(one, gallery.file))
      const from = process.cpuUsage()
      const seconds = await secondsOf(() => judge.ask({ file }, asked, signal))
      const { user, system } = process.cpuUsage(from)
      judged.push({ wall: 1000 * seconds, cpu: (user + system) / 1000 })
    }
  }
  return judged
} // prettier-ignore
