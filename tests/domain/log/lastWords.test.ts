import { expect, it } from 'vitest'
import { lastWords } from '@/domain/log/lastWords'

it('of kilobytes a program printed, its last lines are told, log entries by what they say', () => {
  const entry = JSON.stringify({ level: 50, time: 1, msg: 'No room is left.', err: { stack: 's'.repeat(4000) } })
  const said = lastWords(`It said:\n    first\n    ${'x'.repeat(9000)}\n    ${entry}\n    (exit code 1)`)
  expect(said.split('\n')).toEqual(['It said:', `${'x'.repeat(239)}…`, 'No room is left.', '(exit code 1)'])
})

it('what is short is told as it is, and an odd line does no harm', () => {
  for (const short of ['It gave no reason.', 'It said:\nno lamp\n(exit code 3)', '{"level":', '']) expect(lastWords(short)).toBe(short)
  expect(lastWords('{"msg":7}')).toBe('{"msg":7}')
}) // prettier-ignore
