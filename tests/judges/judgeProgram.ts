import { createInterface } from 'node:readline'
import { measuredJudge } from '@/providers/previs/measuredJudge'
import type { VisionQuestion } from '@/providers/spec/vision'

/** A program of its own that judges: a line in is a picture's file with its questions, a line out the answers. */
type Asked = { picture: string; questions: VisionQuestion[] }

const judge = measuredJudge()
const { signal } = new AbortController()

for await (const line of createInterface({ input: process.stdin })) {
  const { picture, questions } = JSON.parse(line) as Asked
  const from = process.cpuUsage()
  const answers = await judge.ask({ file: picture }, questions, signal)
  const { user, system } = process.cpuUsage(from)
  process.stdout.write(`${JSON.stringify({ answers, milliseconds: (user + system) / 1000 })}\n`)
}
