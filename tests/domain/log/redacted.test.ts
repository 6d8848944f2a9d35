import { describe, expect, it } from 'vitest'
import { redacted } from '@/domain/log/redacted'

describe('a line of a log', () => {
  it.each([
    ['{"password":"sea-sand-7"}', 'sea-sand-7'],
    ['{"apiKey":"a\\"b-quoted","x":1}', 'quoted'],
    ['{"headers":{"authorization":"users API-Key 0f3a-11aa-9922"}}', '0f3a-11aa'],
    ['Authorization: Bearer abcdef1234567890', 'abcdef1234567890'],
    ['mongodb://owner:lantern@db.example:27017/backlot?replicaSet=rs0', 'lantern'],
    ['GET https://cdn.example/a.png?X-Amz-Signature=77aa88&w=2', '77aa88'],
    ['cookie payload-token=eyJhbGciOi.J9.x; other', 'eyJhbGciOi'],
    ['key sk-abcdefghijklmnop1234', 'abcdefghijklmnop1234'],
  ])('does not show the secret of %s', (line, secret) => {
    expect(redacted(line)).not.toContain(secret)
    expect(redacted(line)).toContain('[hidden]')
  })
  it('does not show the values it was told, and leaves all else as it is', () => {
    expect(redacted('{"msg":"signed with lighthouse-9"}', ['lighthouse-9'])).toBe('{"msg":"signed with [hidden]"}')
    const line =
      '{"level":30,"run":"01M7ZYD8TKH7ES0C3VCWE48ZK4","step":"scene.plan","msg":"http://127.0.0.1:3000/admin"}'
    expect(redacted(line, ['', 'x'])).toBe(line)
  })
})
