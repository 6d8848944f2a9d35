import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { envNames } from '@/env'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plans-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const begin = (...args: string[]) => {
  const child = spawn(process.execPath, [
    resolve('node_modules/tsx/dist/cli.mjs'),
    resolve('emulators/main.ts'),
    ...args,
  ])
  const said = { out: '', error: '' }
  child.stdout.on('data', (piece: Buffer) => (said.out += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (said.error += piece.toString()))
  return { child, said, ended: once(child, 'exit') }
}

describe('npm run emulators', () => {
  it('prints an environment Backlot reads, serves it, and ends when it is interrupted', async () => {
    const plan = join(folder, 'bad.json')
    await writeFile(plan, JSON.stringify({ rules: [{ provider: 'openai', at: 'read', do: 'refuse', status: 503 }] }))
    const { child, said, ended } = begin('--port', '0', '--json', '--plan', plan)
    await once(child.stdout, 'data')
    const env = JSON.parse(said.out) as Record<string, string>
    expect(Object.keys(env).filter((name) => !envNames.includes(name))).toEqual([])
    const models = await fetch(`${env['OPENAI_BASE_URL']}/models`, {
      headers: { authorization: `Bearer ${env['OPENAI_API_KEY']}` },
    })
    expect(models.status).toBe(503)
    child.kill('SIGINT')
    expect(await ended).toEqual([0, null])
  })

  it('says what is wrong with a plan and starts nothing', async () => {
    const plan = join(folder, 'nonsense.json')
    await writeFile(plan, JSON.stringify({ rules: [{ do: 'explode' }] }))
    const { said, ended } = begin('--port', '0', '--plan', plan)
    expect(await ended).toEqual([2, null])
    expect(said.error).toContain('is no plan')
  })
})
