import type { MediaToolPaths } from '@/providers/spec/mediaToolPaths'
import { ffmpegFilm } from '@/providers/ffmpeg/ffmpegFilm'
import { previsClips } from '@/providers/previs/animatic'
import { previsImages } from '@/providers/previs/boardImages'
import { measuredContinuity } from '@/providers/previs/continuity/measuredContinuity'
import { measuredJudge } from '@/providers/previs/measuredJudge'
import { levelsPerFrame } from '@/providers/previs/sound/levelsPerFrame'
import { previsSound } from '@/providers/previs/sound/previsSound'
import { scratchVoice } from '@/providers/previs/sound/scratchVoice'
import type { Providers } from '@/pipeline/providers'

/** The offline departments: no key, no network, nothing to pay. */
export const localProviders = (tools: MediaToolPaths): Providers => ({
  image: previsImages(),
  video: previsClips({ ffmpeg: tools.ffmpeg }),
  vision: measuredJudge(),
  speech: scratchVoice(),
  sound: previsSound(),
  film: ffmpegFilm(tools),
  continuity: measuredContinuity(),
  levels: levelsPerFrame,
})
