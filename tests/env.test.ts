import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { envNames, readEnv } from '@/env'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

describe('the settings in the environment', () => {
  it('are all in .env.example, and nothing else is', () => {
    const listed = [...read('.env.example').matchAll(/^# ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name)
    expect(listed.sort()).toEqual([...envNames].sort())
  })
  it('work on a bare machine', () => {
    const env = readEnv({})
    expect(env).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, BACKLOT_HOME: './.backlot', singleUser: true })
    expect(env.MONGODB_URI).toBeUndefined()
  })
  it('count an empty line of .env as absent', () => {
    expect(readEnv({ FAL_KEY: '', PORT: ' ', MONGODB_URI: '' })).toEqual(readEnv({}))
  })
  it('tell all faults together, and never a value', () => {
    const secret = 'short-secret'
    const broken = () =>
      readEnv({ PORT: 'many', PAYLOAD_SECRET: secret, FAL_QUEUE_URL: 'ftp://x', WORKER_CONCURRENCY: '0' })
    expect(broken).toThrow(/PORT.*/)
    for (const name of ['PORT', 'PAYLOAD_SECRET', 'FAL_QUEUE_URL', 'WORKER_CONCURRENCY']) expect(broken).toThrow(name)
    expect(broken).not.toThrow(secret)
  })
  it('let nobody in without a login where other machines reach the studio', () => {
    expect(readEnv({ HOST: '0.0.0.0' }).singleUser).toBe(false)
    expect(() => readEnv({ HOST: '0.0.0.0', STUDIO_SINGLE_USER: '1' })).toThrow(/STUDIO_SINGLE_USER=0/)
    expect(readEnv({ HOST: '::1' }).singleUser).toBe(true)
    expect(readEnv({ STUDIO_SINGLE_USER: '0' }).singleUser).toBe(false)
  })
  it('read the extra hosts of downloads as a list', () => {
    expect(readEnv({ MEDIA_ALLOW_HOSTS: 'a.test:80, B.test ,' }).MEDIA_ALLOW_HOSTS).toEqual(['a.test:80', 'b.test'])
  })
})
