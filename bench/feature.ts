import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { longScreenplay } from '../tests/support/filmScenes'
import { rounded, type Row } from './meter'

type Timed = { wallS: number; out: string; said: string }

/** Runs a command of this program in a home of its own; `until` ends it early, when its progress says so. */
const command = async (home: string, argv: readonly string[], until?: RegExp): Promise<Timed> => {
  const began = performance.now()
  const child = spawn(process.execPath, ['scripts/run.mjs', ...argv], {
    env: { ...process.env, BACKLOT_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, said] = ['', '']
  let wallS = 0
  const stop = () => {
    if (wallS > 0 || !until?.test(said)) return
    wallS = (performance.now() - began) / 1000
    child.kill('SIGINT')
  }
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    stop()
  })
  const code = await new Promise<number>((done) => child.on('close', (value) => done(value ?? 1)))
  const wanted = until ? 130 : 0
  if (code !== wanted) throw new Error(`${argv.join(' ')} ended with ${String(code)}:\n${said}`)
  return { wallS: until ? wallS : (performance.now() - began) / 1000, out, said }
}

/** A screenplay of 120 pages: broken down in one command, and taken through all departments of qualifying in another. */
export const bench = async (): Promise<{ rows: Row[]; json: Record<string, unknown> }> => {
  const home = mkdtempSync(join(tmpdir(), 'backlot-feature-'))
  try {
    const file = join(home, 'feature.fountain')
    writeFileSync(file, longScreenplay())
    cpSync(join(process.env.BACKLOT_HOME ?? '.backlot', 'bin'), join(home, 'bin'), { recursive: true })
    const breakdown = await command(home, ['breakdown', file])
    const { scenes, durationS } = JSON.parse(breakdown.out) as { scenes: unknown[]; durationS: number }
    const qualify = await command(home, ['film', file], /\bScenes\b/)
    return {
      rows: [
        row(
          `breakdown of ${String(scenes.length)} scenes (${String(Math.round(durationS / 60))} min)`,
          breakdown.wallS,
          10,
        ),
        row('all departments of the same, from nothing', qualify.wallS, 90),
      ],
      json: { scenes: scenes.length, durationS, breakdownS: breakdown.wallS, qualifyS: qualify.wallS },
    }
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

const row = (metric: string, seconds: number, most: number): Row => ({
  metric,
  value: `${String(rounded(seconds, 1))} s`,
  target: `≤ ${String(most)} s`,
  met: seconds <= most,
})
