import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findMediaTools } from '@/host/ffmpeg/findMediaTools'
import { localProviders } from '@/studio/localProviders'
import { openWorker, type StudioWorker } from '@/studio/openWorker'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { foundTools } from '../host/foundTools'

const text =
  'INT. LIGHTHOUSE - NIGHT\n\nMARA, sixty, in a grey coat, lights a lamp in the rain.\n\nMARA\nSay that again.\n'
const page = readFileSync('docs/api.md', 'utf8')
const script = /```bash\n(BASE=[^]*?)```/.exec(page)?.[1] ?? ''

let studio: TestStudio
let worker: StudioWorker
let address = ''
const folder = mkdtempSync(join(tmpdir(), 'backlot-docs-'))
const server = createServer((sent, answer) => void reply(sent, answer))

const reply = async (sent: IncomingMessage, answer: ServerResponse): Promise<void> => {
  const { method = 'GET', headers, url = '/' } = sent
  const body = method === 'GET' ? {} : { body: Readable.toWeb(sent) as ReadableStream, duplex: 'half' }
  const request = new Request(`${address}${url}`, { method, headers: headers as Record<string, string>, ...body })
  const told = await handleEndpoints({ config: studio.config, request, payloadInstanceCacheKey: studio.name })
  answer.writeHead(told.status, Object.fromEntries(told.headers))
  if (told.body) Readable.fromWeb(told.body as NodeStream).pipe(answer)
  else answer.end()
}

beforeAll(async () => {
  studio = await openTestStudio({ media: join(folder, 'media') })
  const { ffmpeg, ffprobe } = foundTools()
  const providers = localProviders(await findMediaTools({ home: folder, ffmpeg, ffprobe }))
  const log = () => undefined
  worker = await openWorker({ mongoUri: studio.uri, secret: 'of the tests', home: folder, providers, cpuSlots: 2, only: null, log }) // prettier-ignore
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens))
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  writeFileSync(join(folder, 'lamp.fountain'), text)
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await worker.close()
  await studio.close()
  rmSync(folder, { recursive: true, force: true })
})

const bash = (lines: string): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const child = spawn('bash', ['-euo', 'pipefail', '-c', lines], { cwd: folder })
    let said = ''
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
    child.once('close', (code) => resolve({ code, said }))
  })

describe('the lines of docs/api.md', () => {
  it('make a film, change a coat and make only that again', { timeout: 240_000 }, async () => {
    const slug = `lamp-${studio.name.slice(-6)}`
    const lines = script.replace('http://127.0.0.1:3000', address).replace('"slug":"lamp"', `"slug":"${slug}"`)
    const { code, said } = await bash(lines)
    expect(code, said.slice(-3000)).toBe(0)
    expect(said).not.toContain('"errors"')
    expect(said).toMatch(/MARA.*(?:coat|costume|colour)/i)
    expect(readFileSync(join(folder, 'film.mp4')).subarray(4, 8).toString()).toBe('ftyp')
  })
})
