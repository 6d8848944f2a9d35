import type { SoundCue } from '../../spec/filmTools'
import { ducker } from './ducker'
import { roomTone } from './roomTone'
import { startCue, type SoundingCue, type SoundShelf } from './cueSource'

/** Half a second of the film: every stem in stereo, ducked, before loudness. Buffers are used again two blocks later. */
export type Stereo = [left: Float32Array, right: Float32Array]
export type MixBlock = { frames: number; stems: Record<SoundCue['stem'], Stereo> }

export const blockFrames = 24_000
const stemNames = ['dialogue', 'music', 'effects'] as const

/**
 * The film's sound block by block, exactly `samples` long, whatever its length in the memory of a few blocks. Music
 * and effects give way to speech; a faint room tone lies under everything, so that no film is digitally silent.
 */
export async function* mixBlocks(wish: {
  cues: SoundCue[]
  samples: number
  shelf: SoundShelf
  signal: AbortSignal
}): AsyncGenerator<MixBlock> {
  const waiting = wish.cues
    .filter((cue) => cue.startSample < Math.min(cue.endSample, wish.samples) && cue.endSample > 0)
    .sort((a, b) => a.startSample - b.startSample)
  const buffers = [emptyBlock(), emptyBlock(), emptyBlock()]
  const duck = ducker()
  const tone = roomTone()
  const sounding: { stem: SoundCue['stem']; cue: SoundingCue }[] = []
  let next = 0
  try {
    for (let from = 0, n = 0; from < wish.samples; from += blockFrames, n++) {
      wish.signal.throwIfAborted()
      const block = buffers[n % buffers.length] ?? emptyBlock()
      block.frames = Math.min(blockFrames, wish.samples - from)
      for (const stem of stemNames) clear(block.stems[stem])
      for (let cue = waiting[next]; cue && cue.startSample < from + block.frames; cue = waiting[++next])
        sounding.push({ stem: cue.stem, cue: await startCue(cue, wish.shelf) })
      for (const { stem, cue } of sounding) await cue.add(block.stems[stem], from, block.frames)
      for (const { cue } of dropEnded(sounding, from + block.frames)) await cue.close()
      duck(block.stems, block.frames)
      tone(block.stems.effects, block.frames)
      yield block
    }
  } finally {
    for (const { cue } of sounding) await cue.close()
  }
}

const dropEnded = <T extends { cue: SoundingCue }>(sounding: T[], now: number): T[] => {
  const ended = sounding.filter(({ cue }) => cue.until <= now)
  sounding.splice(0, sounding.length, ...sounding.filter(({ cue }) => cue.until > now))
  return ended
}

const clear = (stem: Stereo) => {
  for (const side of stem) side.fill(0)
}
const stereo = (): Stereo => [new Float32Array(blockFrames), new Float32Array(blockFrames)]
const emptyBlock = (): MixBlock => ({ frames: 0, stems: { dialogue: stereo(), music: stereo(), effects: stereo() } })
