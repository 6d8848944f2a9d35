import { spawn } from 'node:child_process'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { StudioError } from '@/domain/errors/StudioError'

export type ToolRun = {
  signal: AbortSignal
  /** Bytes for the program's stdin; without it stdin is closed. */
  input?: AsyncIterable<Uint8Array>
  /** Takes stdout piece by piece; without it stdout is kept and returned. */
  onOutput?: (piece: Buffer) => void
}
export type ToolEnd = { code: number; stdout: string; stderr: string }

const stderrKept = 16_000
const stdoutKept = 32_000_000

/**
 * Runs ffmpeg or ffprobe to its end and returns how it ended; aborting kills it. Throws StudioError only for what a
 * caller cannot judge: the program is missing, it was killed, or the disk is full.
 */
export const runTool = async (program: string, args: string[], run: ToolRun): Promise<ToolEnd> => {
  run.signal.throwIfAborted()
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => undefined) // a program that ends early closes its end; its words tell why
  const kill = () => child.kill('SIGKILL')
  run.signal.addEventListener('abort', kill, { once: true })
  const said = collect(child.stderr, stderrKept)
  const gave = run.onOutput ? drain(child.stdout, run.onOutput) : collect(child.stdout, stdoutKept)
  try {
    const ended = new Promise<{ code: number | null; killedBy: string | null }>((done, fail) => {
      child.once('error', fail)
      child.once('close', (code, killedBy) => done({ code, killedBy }))
    })
    // A program that ends early breaks the pipe: its own words tell why, so the broken pipe is not the story.
    const fed = feed(run.input ?? nothing(), child.stdin)
    const [end] = await Promise.all([ended, fed])
    run.signal.throwIfAborted()
    const [stdout, stderr] = [await gave, await said]
    if (end.killedBy) throw wasKilled(program, end.killedBy, stderr)
    if (/No space left on device|ENOSPC/i.test(stderr)) throw diskFull(stderr)
    return { code: end.code ?? 1, stdout, stderr }
  } catch (cause) {
    kill()
    if (isMissing(cause)) throw toolMissing(program, cause)
    throw cause
  } finally {
    run.signal.removeEventListener('abort', kill)
  }
}

/** Runs ffmpeg and throws MEDIA_TOOL_FAILED with its first complaint when it does not end with 0. */
export const runFfmpeg = async (ffmpeg: string, args: string[], run: ToolRun): Promise<ToolEnd> => {
  const end = await runTool(ffmpeg, ['-nostdin', '-y', '-hide_banner', '-v', 'error', ...args], run)
  if (end.code !== 0) throw toolFailed(args, end)
  return end
}

export const firstComplaint = (stderr: string): string =>
  stderr
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '') ?? 'it gave no reason'

const toolFailed = (args: string[], end: ToolEnd) => {
  const filter = /No such filter: '?([\w-]+)/.exec(end.stderr)?.[1]
  if (filter)
    return new StudioError({
      code: 'MEDIA_FILTER_MISSING',
      what: `This ffmpeg has no filter "${filter}".`,
      why: 'It was built without it, or it is too old.',
      fix: 'Install a complete ffmpeg (apt-get install ffmpeg) or point FFMPEG_PATH at one; npm run doctor lists what is missing.',
      retry: 'afterFix',
    })
  return new StudioError({
    code: 'MEDIA_TOOL_FAILED',
    what: `ffmpeg could not make ${args.at(-1) ?? 'its file'}.`,
    why: `It ended with ${end.code} and said: ${firstComplaint(end.stderr)}`,
    fix: 'Check that the media it reads can be played, replace what is broken, and run the step again.',
    retry: 'afterFix',
  })
}

const wasKilled = (program: string, by: string, stderr: string) =>
  new StudioError({
    code: 'MEDIA_TOOL_KILLED',
    what: `${program} was ended by ${by} before it was done.`,
    why: stderr ? `It last said: ${firstComplaint(stderr)}` : 'Most often the machine ran out of memory.',
    fix: 'Nothing needs to be done at once: the step is tried again. If it happens often, lower WORKER_CONCURRENCY.',
    retry: 'later',
  })

const diskFull = (stderr: string) =>
  new StudioError({
    code: 'DISK_FULL',
    what: 'The disk is full.',
    why: firstComplaint(stderr),
    fix: 'Free some space where BACKLOT_HOME and the output folder are; the step is tried again.',
    retry: 'later',
  })

const toolMissing = (program: string, cause: unknown) =>
  new StudioError({
    code: 'MEDIA_TOOL_MISSING',
    what: `The program ${program} cannot be started.`,
    why: 'It is not there, or it may not be run.',
    fix: 'Set FFMPEG_PATH and FFPROBE_PATH, or install ffmpeg, or run npm run doctor, which fetches one.',
    retry: 'afterFix',
    cause,
  })

const isMissing = (cause: unknown) =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EACCES')

const collect = async (stream: Readable, keep: number): Promise<string> => {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    if (size < keep) pieces.push(piece)
    size += piece.length
  }
  return Buffer.concat(pieces).toString('utf8')
}

const drain = async (stream: Readable, take: (piece: Buffer) => void): Promise<string> => {
  for await (const piece of stream as AsyncIterable<Buffer>) take(piece)
  return ''
}

const feed = async (input: AsyncIterable<Uint8Array>, to: NodeJS.WritableStream): Promise<void> => {
  try {
    await pipeline(Readable.from(input), to)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && pipeEnded.has(String(cause.code)))) throw cause
  }
}
async function* nothing(): AsyncGenerator<Uint8Array> {
  // stdin is closed at once
}
const pipeEnded = new Set(['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'])
