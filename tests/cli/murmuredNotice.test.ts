import { describe, expect, it } from 'vitest'
import { murmuredNotice } from '@/cli/murmuredNotice'

const scene = (clipName: string, ...spoken: boolean[]) => ({
  scene: { clipName },
  conformed: { shot: { lines: spoken.map((one) => ({ character: '张伟', spoken: one })) } },
})

describe('lines that no voice here can say', () => {
  it('are named with their scenes', () => {
    expect(murmuredNotice([scene('SC001_SH010', true), scene('SC002_SH010', true, false)])).toMatch(
      /^1 line is only murmured, .*: 张伟 in SC002_SH010\./,
    )
    expect(murmuredNotice([scene('SC001_SH010', false, false, false, false, false)])).toMatch(/^5 lines .* …\./)
  })

  it('are not spoken of when every line is said', () => {
    expect(murmuredNotice([scene('SC001_SH010', true), scene('SC001_SH020')])).toBeNull()
  })
})
