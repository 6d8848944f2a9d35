import { describe, expect, it } from 'vitest'
import { isDecided, nothingDecided, withAccepted, withClip, withRefused } from '@/domain/scene/decided'

describe('what people decide about paid clips', () => {
  it('takes a clip or refuses it with a note, and the last word counts', () => {
    const refused = withClip(nothingDecided, 'a', { accepted: false, note: 'She must not run.' })
    expect(refused.clips).toEqual({ accepted: [], refused: ['a'], note: 'She must not run.' })
    const taken = withClip(refused, 'a', { accepted: true, note: '' })
    expect(taken.clips).toEqual({ accepted: ['a'], refused: [], note: 'She must not run.' })
    expect([isDecided(nothingDecided), isDecided(taken)]).toEqual([false, true])
  })

  it('stands beside what they decide about pictures', () => {
    const before = withClip(nothingDecided, 'a', { accepted: true, note: '' })
    const after = withRefused(withAccepted(before, { layer: 0, take: 1, sha256: 'b', first: 'b' }), 'c', 'No.')
    expect(after).toMatchObject({ accepted: [{ sha256: 'b' }], refused: ['c'], clips: { accepted: ['a'] } })
  })
})
