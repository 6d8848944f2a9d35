import type { SceneCall } from '@/domain/takes/sceneCall'

/** The call that was really made: what was paid for and brought to size keeps its words there. */
export const sentWith = (call: SceneCall, calls: readonly SceneCall[]): SceneCall => {
  const from = call.request['picture'] ?? call.request['clip']
  return calls.find(({ isPaid, asset }) => isPaid && typeof from === 'string' && asset?.sha256 === from) ?? call
}
