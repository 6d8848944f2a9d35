import { wholeFile } from '../../ffmpeg/wholeFile'
import type { SoundModel, SoundRequest } from '../../spec/soundModel'
import { bed } from './bed'
import { effect } from './effect'
import { music } from './music'
import { writeWav } from './wav'

/** Beds, effects and music, synthesised: no recording, no network. Same request, same bytes. */
export const previsSound = (): SoundModel => ({
  id: 'previs-sound',
  version: '2',
  async make(request, { file, signal }) {
    signal.throwIfAborted()
    const channels = synthesise(request)
    await wholeFile(file, (temporary) => writeWav(temporary, { rate: 48_000, channels }))
    return { durationS: (channels[0]?.length ?? 0) / 48_000 }
  },
})

const synthesise = (request: SoundRequest): Float32Array[] => {
  if (request.kind === 'bed') return bed(request)
  return request.kind === 'effect' ? effect(request) : music(request)
}
