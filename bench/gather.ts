import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFdx } from '@/domain/finalDraft/writeFdx'
import { findingsIn } from '@/domain/gather/findings'
import type { FoundIn } from '@/domain/gather/finding'
import { gatheredFacts } from '@/domain/readiness/gatheredFacts'
import { readinessOf } from '@/domain/readiness/readiness'
import { parseFountain } from '@/domain/screenplay/fountain'
import { screenplayPdf } from '../tests/providers/reading/documents'
import { openTestStudio } from '../tests/collections/openTestStudio'
import { median, rounded, secondsOf, type Row } from './meter'

const rounds = 5
/** Pages of 54 lines. */
const pages = 120

/** A screenplay of so many pages: the same few scenes again and again, with headings of their own. */
const longScreenplay = (): string => {
  const body = readFileSync('tests/screenplays/salt-and-tide.fountain', 'utf8').replace(/^Title:[\s\S]*?\n\n/, '')
  const parts: string[] = []
  for (let lines = 0; lines < pages * 54;) {
    const part = body.replace(/^((?:INT|EXT)\. [^-\n]+)/gm, `$1 ${String(parts.length + 1)} `)
    parts.push(part)
    lines += part.split('\n').length
  }
  return parts.join('\n\n')
}

/** How long it takes to gather a feature over the real route, and to say whether it is ready. */
export const bench = async (): Promise<{ rows: Row[]; json: Record<string, unknown> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'backlot-bench-'))
  const studio = await openTestStudio()
  try {
    const text = longScreenplay()
    const screenplay = parseFountain(text)
    const files: Record<string, Buffer> = {
      'feature.fountain': Buffer.from(text),
      'feature.fdx': Buffer.from(writeFdx(screenplay)),
      'feature.pdf': await screenplayPdf(screenplay.elements.filter(({ dual }) => !dual)),
    }
    const made = await studio.call('POST /api/projects', {
      body: { title: 'Feature', slug: `bench-${studio.name.slice(-6)}` },
    })
    const at = `/api/projects/${String(made.body['doc'].id)}`
    const gathered: Record<string, number> = {}
    for (const [name, bytes] of Object.entries(files)) {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(bytes)]), name)
      gathered[name] = await secondsOf(async () => {
        const { status, body } = await studio.send(`POST ${at}/gather`, form)
        if (status !== 201) throw new Error(JSON.stringify(body))
      })
    }
    const over = async (route: string) => {
      const times: number[] = []
      for (let i = 0; i < rounds; i++) times.push(await secondsOf(() => studio.call(`GET ${at}${route}`)))
      return median(times) * 1000
    }
    const items: FoundIn[] = [{ id: '1', kind: 'screenplay', title: 'feature', text, data: {}, author: '', file: null }]
    const pure = (body: () => unknown) =>
      median(
        Array.from({ length: rounds }, () => {
          const began = performance.now()
          body()
          return performance.now() - began
        }),
      )
    const readinessMs = await over('/readiness')
    const findingsMs = await over('/gather/findings')
    const pureMs = pure(() => readinessOf(gatheredFacts(items, { title: 'Feature' })))
    const pureFindingsMs = pure(() => findingsIn(items))
    const scenes = screenplay.elements.filter(({ type }) => type === 'scene_heading').length
    const most = Math.max(...Object.values(gathered))
    const about = `${String(pages)} pages, ${String(scenes)} scenes`
    return {
      rows: [
        ...Object.entries(gathered).map(([name, seconds]) => ({
          metric: `gather ${name} (${about})`, value: `${String(rounded(seconds))} s`, target: '≤ 3 s', met: seconds <= 3,
        })), // prettier-ignore
        { metric: 'readiness of it, over HTTP', value: `${String(rounded(readinessMs, 0))} ms`, target: '≤ 200 ms', met: readinessMs <= 200 },
        { metric: 'readiness, the arithmetic', value: `${String(rounded(pureMs, 0))} ms`, target: '', met: null },
        { metric: 'findings in it, over HTTP', value: `${String(rounded(findingsMs, 0))} ms`, target: '', met: null },
      ],
      json: { gathered, most, readinessMs, findingsMs, pureMs, pureFindingsMs, bytes: text.length },
    } // prettier-ignore
  } finally {
    await studio.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
