import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { dataHolder } from '@/host/mongod/dataHolder'
import { removeHome } from './removeHome'

const run = resolve('scripts/run.mjs')

export type Started = { child: ChildProcess; said: () => string; printed: () => string; ended: Promise<number | null> }
export type Opened = { studio: Started; address: string }

/** A home of its own in which commands are started as people start them. */
export const openCommandHome = (name: string) => {
  const base = mkdtempSync(join(tmpdir(), `backlot-${name}-`))
  const home = join(base, 'home')

  const start = (args: string[], env: Record<string, string> = {}): Started => {
    const child = spawn(process.execPath, [run, ...args], { env: { ...process.env, BACKLOT_HOME: home, ...env } })
    let said = ''
    let printed = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    const ended = new Promise<number | null>((done) => child.once('exit', done))
    return { child, said: () => said, printed: () => printed, ended }
  }

  const answers = async (url: string) =>
    fetch(url, { signal: AbortSignal.timeout(2000) }).then(
      () => true,
      () => false,
    )

  const opened = async (command: string, env: Record<string, string> = {}): Promise<Opened> => {
    mkdirSync(home, { recursive: true })
    if (!existsSync(join(home, 'bin')))
      symlinkSync(resolve(process.env['BACKLOT_HOME'] ?? '.backlot', 'bin'), join(home, 'bin'))
    const studio = start([command], { ...env, PORT: '0' })
    for (let i = 0; i < 1600 && studio.printed() === '' && studio.child.exitCode === null; i++) await sleep(250)
    expect(studio.printed(), studio.said()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin\n$/)
    return { studio, address: new URL(studio.printed().trim()).origin }
  }

  /** Within 15 s, with nothing left running. */
  const endsInOrder = async ({ studio, address }: Opened) => {
    const began = Date.now()
    studio.child.kill('SIGINT')
    expect(await studio.ended, studio.said()).toBe(0)
    expect(Date.now() - began).toBeLessThan(15_000)
    expect(await answers(`${address}/api/users/me`)).toBe(false)
    const holder = () => dataHolder({ data: join(home, 'db', 'data'), watchdog: join(home, 'db', 'watchdog.pid') })
    for (let i = 0; i < 100 && holder() !== undefined; i++) await sleep(100)
    expect(holder()).toBeUndefined()
  }

  return { base, start, opened, endsInOrder, close: () => removeHome(home, base) }
}
