import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { VisionAnswer, VisionQuestion } from '@/providers/spec/vision'

export type Judged = { answers: VisionAnswer[]; milliseconds: number }
export type JudgeProcess = { ask: (picture: string, questions: VisionQuestion[]) => Promise<Judged>; close: () => void }

/** The vision judge in a process of its own: it is told files and questions, and knows nothing else. */
export const openJudge = async (): Promise<JudgeProcess> => {
  const cache = resolve('node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'judge-'))
  const outfile = join(folder, 'judgeProgram.mjs')
  await build({
    entryPoints: [resolve('tests/judges/judgeProgram.ts')], outfile, bundle: true, platform: 'node', format: 'esm',
    packages: 'external', tsconfig: resolve('tsconfig.json'), logLevel: 'error',
  }) // prettier-ignore
  const child = spawn(process.execPath, [outfile], { stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting: ((line: string) => void)[] = []
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line))
  return {
    ask: (picture, questions) =>
      new Promise((told) => {
        waiting.push((line) => {
          told(JSON.parse(line) as Judged)
        })
        child.stdin.write(`${JSON.stringify({ picture, questions })}\n`)
      }),
    close: () => {
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
