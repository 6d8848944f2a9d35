import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controlDb } from '@/stores/controlDb'
import { keyPrint } from '@/stores/keys/keyPrint'
import { keysStore, type KeysStore, type ProviderKey } from '@/stores/keys/keysStore'
import { openKeyring, type Keyring } from '@/studio/keyring'
import { paidProviders, providerWithKey } from '@/studio/paidProviders'
import { openTestStudio, type TestStudio } from '../collections/openTestStudio'
import { until } from '../support/until'

const [one, two] = ['5f0000000000000000000001', '5f0000000000000000000002']
const stop = new AbortController()
const providers = paidProviders({ FAL_KEY: 'of-the-environment' })
let studio: TestStudio
let keys: KeysStore
let keyring: Keyring
const put = (project: string | null, key: string, provider: 'fal' | 'replicate' = 'fal') =>
  keys.put(project, provider, { key, by: 'somebody' })

beforeAll(async () => {
  studio = await openTestStudio()
  keys = keysStore(controlDb(studio.payload))
  const withKey = (provider: 'fal' | 'openai' | 'openrouter' | 'replicate', key: ProviderKey) => providerWithKey({}, provider, key) // prettier-ignore
  keyring = await openKeyring({ keys, providers, withKey, signal: stop.signal, log: () => undefined })
})
afterAll(async () => {
  stop.abort()
  await studio.close()
})

describe('the key a film is paid with', () => {
  it('is that of the environment as long as nobody put one in', () => {
    expect(keyring.providerOf('fal', one)).toBe(providers.fal)
    expect(keyring.providerOf('replicate', one)).toBeNull()
    expect(keyring.providers()).toEqual(['fal'])
  })

  it('is the project’s own before the studio’s, as soon as it was put in', async () => {
    await put(null, 'a-key-of-the-studio')
    await until('the studio’s key is heard of', () => Promise.resolve(keyring.providerOf('fal', one) !== providers.fal))
    const ofStudio = keyring.providerOf('fal', one)
    expect(keyring.providerOf('fal', two)).toBe(ofStudio)
    await put(one, 'a-key-of-the-project')
    await until('the project’s key is heard of', () => Promise.resolve(keyring.providerOf('fal', one) !== ofStudio))
    expect(keyring.providerOf('fal', two)).toBe(ofStudio)
    await put(two, 'a-key-of-the-project') // the same account
    await until('it is heard of', () =>
      Promise.resolve(keyring.providerOf('fal', two) === keyring.providerOf('fal', one)),
    )
  })

  it('opens a provider the environment has no key for, and is gone when it is taken away', async () => {
    await put(one, 'a-token-of-the-project', 'replicate')
    expect(await keyring.keyed(one)).toEqual(new Set(['fal', 'replicate']))
    expect(await keyring.keyed(two)).toEqual(new Set(['fal']))
    expect(keyring.providers()).toContain('replicate')
    await keys.remove(one, 'replicate')
    expect(await keyring.keyed(one)).toEqual(new Set(['fal']))
  })

  it('is nobody else’s when it cannot be read: another account would pay', async () => {
    const other = keysStore({
      db: controlDb(studio.payload).db,
      payload: { config: { secret: 'of another day' } } as never,
    })
    await other.put(one, 'fal', { key: 'sealed-with-another-secret', by: 'somebody' })
    expect(await keyring.keyed(one)).toEqual(new Set())
    expect(keyring.providerOf('fal', one)).toBeNull()
    expect(keyring.providerOf('fal', two)).not.toBeNull()
  })
})

describe('the account at a provider', () => {
  it('is the same for the same key, wherever it was put in, and never the key itself', async () => {
    const environmentKeys = { fal: 'of-the-environment' }
    const withKey = (provider: 'fal' | 'openai' | 'openrouter' | 'replicate', key: ProviderKey) => providerWithKey({}, provider, key) // prettier-ignore
    const printed = { environmentKeys, keyPrint: keyPrint('a secret'), withKey }
    await Promise.all([keys.remove(null, 'fal'), put(one, 'of-the-environment'), put(two, 'of-somebody-else')])
    const ring = await openKeyring({ keys, providers, ...printed, signal: stop.signal, log: () => undefined })
    const accounts = [one, two, '5f0000000000000000000003'].map((project) => ring.providerOf('fal', project)?.account)
    expect(accounts).toEqual([expect.stringMatching(/^fal:[0-9a-f]{16}$/), expect.any(String), accounts[0]])
    expect(accounts[1]).not.toBe(accounts[0])
    expect(keyPrint('another secret')('fal', 'of-the-environment')).not.toBe(accounts[0])
  })
})
