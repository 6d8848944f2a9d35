import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Movement, Weather } from '@/domain/scene/vocabulary'
import { previsClips } from '@/providers/previs/animatic'
import { person, staging } from '../tests/providers/previs/cast'
import { foundTools } from './foundTools'
import { median, rounded, type Row } from './meter'

const seconds = 5
const shots: { movement: Movement; weather: Weather }[] = [
  { movement: 'static', weather: 'clear' },
  { movement: 'tracking', weather: 'rainy' },
  { movement: 'crane', weather: 'foggy' },
  { movement: 'handheld', weather: 'snowy' },
]

/** Moving clips of two people at 1280×720: processor seconds of drawing and encoding per second of film. */
export const bench = async (): Promise<{ rows: Row[]; json: Record<string, unknown> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'backlot-bench-'))
  try {
    const model = previsClips({ ffmpeg: foundTools().ffmpeg })
    const perSecond: number[] = []
    for (const [i, { movement, weather }] of [...shots.slice(0, 1), ...shots].entries()) {
      const before = cpuSeconds()
      await model.start(
        {
          prompt: '', negativePrompt: '', seed: 1, fps: 24, frames: seconds * 24, headHandle: 0, tailHandle: 0,
          mouths: [], slate: { left: '', right: '' }, startPicture: null,
          staging: staging({
            width: 1280, height: 720, shotSize: 'medium', movement, weather,
            people: [person('mara', 0.35), person('jonas', 0.65, { view: 'three_quarter_left' })],
          }),
        },
        { file: join(folder, `${String(i)}.mp4`), signal: new AbortController().signal },
      ) // prettier-ignore
      perSecond.push(rounded((cpuSeconds() - before) / seconds))
    }
    const [first = Number.NaN, ...warm] = perSecond
    const value = median(warm)
    return {
      rows: [
        {
          metric: 'animatic, processor seconds per film second (720p)',
          value: `${String(value)} (${warm.join(', ')}; the first of a process ${String(first)})`,
          target: '≤ 0.6',
          met: value <= 0.6,
        },
      ],
      json: { first, warm },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Of this process and of every child that has ended (Linux; elsewhere of this process only). */
const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + childrenSeconds()
}
const childrenSeconds = (): number => {
  try {
    const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[13]) + Number(fields[14])) / 100 // cutime and cstime, in ticks
  } catch {
    return 0
  }
}
