import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { openBrowser } from '../tests/e2e/openBrowser'
import { foundTools } from '../tests/host/foundTools'
import { openFilmHome, type FilmHome } from '../tests/support/filmCommand'
import { longBoard } from '../tests/support/longBoard'
import { median, quantile, rounded, type Row } from './meter'
import { openServer, type Server } from './server/openServer'
import { clipTimes, editTimes, newContext, openPage, scriptBytes, scrollBoard, type Opened } from './ui/measurePages'
import { seenTimes } from './ui/seenTimes'

const cards = '.bl-scene'
const kilobyte = 1000

const row = (metric: string, value: number, { unit, most, digits = 0 }: { unit: string; most: number; digits?: number }): Row => ({
  metric, value: Number.isNaN(value) ? 'not measured' : `${String(rounded(value, digits))} ${unit}`, target: `≤ ${String(most)} ${unit}`, met: Number.isNaN(value) ? null : value <= most,
}) // prettier-ignore

/** Eight seconds of a moving picture, as films of the studio are encoded, in the library. */
const uploadClip = async (studio: FilmHome, { base }: Server, project: string): Promise<string> => {
  const file = studio.at('clip.mp4')
  execFileSync(foundTools().ffmpeg, ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=s=1280x720:r=24:d=8', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-g', '24', '-movflags', '+faststart', file]) // prettier-ignore
  const form = new FormData()
  form.set('file', new File([new Uint8Array(readFileSync(file))], `clip-${project}.mp4`, { type: 'video/mp4' }))
  form.set('_payload', JSON.stringify({ title: 'Clip', project }))
  const answer = await fetch(`${base}/api/media`, { method: 'POST', body: form })
  if (!answer.ok) throw new Error(await answer.text())
  return ((await answer.json()) as { doc: { url: string } }).doc.url
}

/** The screens in a real Chromium, over `npm start` with the production build. */
export const bench = async (): Promise<{ rows: Row[]; json: Record<string, unknown> }> => {
  const studio = openFilmHome()
  const browser = await openBrowser()
  try {
    await (await openServer(studio)).stop() // builds what is not built, makes the database
    const server = await openServer(studio)
    const { base } = server
    const [short, long] = [await longBoard(server, 200), await longBoard(server, 2000)]
    const board = (project: string) => `${base}/admin/collections/projects/${project}/board`

    const cold: Opened[] = []
    const warm: Opened[] = []
    for (let time = -1; time < 3; time++) {
      const context = await newContext(browser)
      const page = await context.newPage()
      const first = await openPage(page, board(short.project), cards)
      const second = await openPage(page, board(short.project), cards)
      await context.close()
      if (time < 0) continue // the server's own first time
      cold.push(first)
      warm.push(second)
    }
    const context = await newContext(browser)
    const page = await context.newPage()
    await openPage(page, board(long.project), cards)
    const scrolled = await scrollBoard(page)
    await openPage(page, `${board(long.project)}?view=table`, '.bl-table__row')
    const edits = await editTimes(page, 30)
    const seen = await seenTimes(page, server, { project: short.project, steps: 30 })
    const clip = await clipTimes(page, await uploadClip(studio, server, short.project), [5, 2, 7, 1, 6, 3, 4, 0.5])
    const scripts = await scriptBytes(browser, `${base}/admin`)
    await context.close()
    await server.stop()

    const of = (list: Opened[], key: keyof Opened) => median(list.map((one) => one[key]))
    const rows: Row[] = [
      row('board of 200 scenes, cold: largest paint', of(cold, 'paint'), { unit: 'ms', most: 1500 }),
      row('the same: interactive', of(cold, 'interactive'), { unit: 'ms', most: 2000 }),
      row('the same, warm: largest paint', of(warm, 'paint'), { unit: 'ms', most: 600 }),
      row('board of 2,000 scenes, scrolled to its end: longest task', scrolled.longest, { unit: 'ms', most: 50 }),
      row('the same: most cards alive', scrolled.alive, { unit: 'cards', most: 60 }),
      row('the same: JavaScript heap', scrolled.heapMb, { unit: 'MB', most: 150 }),
      row('a field of the table: Enter → saved and shown, p95', quantile(edits, 0.95), { unit: 'ms', most: 300 }),
      row('step finished on the server → seen on the page, p95', quantile(seen, 0.95), { unit: 'ms', most: 250 }),
      row('scripts with anything of ours on the first page, compressed', scripts.ours / kilobyte, { unit: 'kB', most: 200 }),
      row('a clip starts to play', clip?.start ?? Number.NaN, { unit: 'ms', most: 500 }),
      row('a clip seeks, p95', clip ? quantile(clip.seeks, 0.95) : Number.NaN, { unit: 'ms', most: 200 }),
    ]
    return { rows, json: { cold, warm, scrolled, edits, seen, clip, scripts } }
  } finally {
    await browser.close()
    await studio.close()
  }
} // prettier-ignore
