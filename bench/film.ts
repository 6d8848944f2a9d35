import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rounded, type Row } from './meter'

type Measured = { wallS: number; cpuS: number; peakMB: number; code: number }

const root = process.cwd()

/** Runs the film command in a home of its own; CPU is that of the command and all it waited for, memory that of everything it started. */
const film = async (home: string): Promise<Measured> => {
  const began = performance.now()
  const argv = [
    '-c',
    '"$@"; code=$?; times >&2; exit $code',
    'film',
    process.execPath,
    'scripts/run.mjs',
    'film',
    '--json',
  ]
  const child = spawn('bash', argv, {
    cwd: root,
    env: { ...process.env, BACKLOT_HOME: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  let peakMB = 0
  const timer = setInterval(() => (peakMB = Math.max(peakMB, memoryOf(home))), 250)
  const code = await new Promise<number>((done) => child.on('close', (value) => done(value ?? 1)))
  clearInterval(timer)
  if (code !== 0) throw new Error(`npm run film ended with ${String(code)}:\n${said}`)
  return { wallS: (performance.now() - began) / 1000, cpuS: childSeconds(said), peakMB, code }
}

/** The second line of `times`: user and system time of the finished children. */
const childSeconds = (said: string): number => {
  const line = said.trim().split('\n').at(-1) ?? ''
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0)
}

/** Resident memory of every process that works on this home, in MB (Linux; elsewhere 0). */
const memoryOf = (home: string): number => {
  const read = (file: string): string => {
    try {
      return readFileSync(file, 'latin1')
    } catch {
      return '' // gone meanwhile
    }
  }
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const ours = pids.filter(
    (pid) =>
      read(`/proc/${pid}/environ`).includes(`BACKLOT_HOME=${home}`) || read(`/proc/${pid}/cmdline`).includes(home),
  )
  return ours.reduce((sum, pid) => sum + Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024, 0)
}

const row = (metric: string, value: number, most?: number): Row => ({
  metric,
  value: String(rounded(value)),
  target: most === undefined ? '' : `≤ ${String(most)}`,
  met: most === undefined ? null : value <= most,
})

/** The example film, warm: made once, then the same command again. */
export const bench = async () => {
  const home = mkdtempSync(join(tmpdir(), 'backlot-bench-'))
  try {
    cpSync(join(root, '.backlot', 'bin'), join(home, 'bin'), { recursive: true })
    const made = await film(home)
    const manifest = JSON.parse(readFileSync(join(home, 'films', 'the-last-ferry', 'manifest.json'), 'utf8')) as {
      durationS: number
    }
    const again = await film(home)
    const { durationS } = manifest
    const rows: Row[] = [
      row('whole film, wall ÷ film length', made.wallS / durationS, 1.3),
      row('CPU seconds per film second, everything', made.cpuS / durationS),
      row('peak memory, all processes, MB', made.peakMB, 1024),
      row('nothing changed, seconds', again.wallS, 5),
    ]
    return { rows, json: { durationS, made, again } }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
