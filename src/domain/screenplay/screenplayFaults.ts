import { limits } from '@/domain/limits'
import { parseFountain } from './fountain'

const filmed: ReadonlySet<string> = new Set(['scene_heading', 'action', 'dialogue', 'lyrics', 'centered'])

/** Why a text cannot stand as a screenplay document, all reasons at once; none: it can. */
export const screenplayFaults = (text: string): string[] => {
  const bytes = new TextEncoder().encode(text).length
  if (bytes > limits.screenplayBytesMax)
    return [`It has ${String(bytes)} bytes; at most ${String(limits.screenplayBytesMax)} fit.`]
  if (text.replace(/[\s\p{Cf}\p{Cc}]+/gu, '') === '') return ['It is empty.']
  const faults = []
  if (text.includes('\0')) faults.push('It holds bytes that are no text.')
  if (!parseFountain(text).elements.some(({ type }) => filmed.has(type)))
    faults.push('It holds no heading, no action and no dialogue.')
  return faults
}
