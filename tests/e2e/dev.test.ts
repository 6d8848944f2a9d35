import { afterAll, describe, expect, it } from 'vitest'
import { openCommandHome } from '../support/commandHome'

const at = openCommandHome('dev')
afterAll(() => at.close(), 90_000)

describe('npm run dev', () => {
  it('opens the studio from its sources and ends in order', { timeout: 400_000 }, async () => {
    const dev = await at.opened('dev')
    expect((await fetch(`${dev.address}/api/health`)).status).toBe(200)
    await at.endsInOrder(dev)
  })
})
