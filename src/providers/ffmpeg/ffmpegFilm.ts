import type { FilmTools } from '../spec/filmTools'
import type { MediaToolPaths } from '../spec/mediaToolPaths'
import { conform, houseHeaders } from './conform'
import { contactSheet } from './contactSheet'
import { fitStill } from './fitStill'
import { decode, loudness } from './loudness'
import { mix } from './mix/mix'
import { ownSound } from './ownSound'
import { probeMedia } from './probe'
import { makeSegment } from './segment'
import { slateCard } from './slateCard'
import { frameAt, lastFrame, poster } from './stills'
import { stitch } from './stitch'

/** Everything the film needs, with the ffmpeg and ffprobe that were found. Calls may run side by side. */
export const ffmpegFilm = (tools: MediaToolPaths): FilmTools => {
  const house = houseHeaders(tools)
  return {
    probe: (file, at) => probeMedia(tools, file, at.signal),
    decode: (file, at) => decode(tools, file, at.signal),
    lastFrame: (clip, to, at) => lastFrame(tools, { clip, to, signal: at.signal }),
    frameAt: (what, to, at) => frameAt(tools, { ...what, to, signal: at.signal }),
    conform: (what, to, at) => conform(tools, house, { ...what, to, ...at }),
    still: (what, to) => fitStill(what, to),
    segment: (what, to, at) => makeSegment(tools, house, { ...what, to, ...at }),
    mix: (what, to, at) => mix(tools, { ...what, to, ...at }),
    stitch: (what, to, at) => stitch(tools, { ...what, to, ...at }),
    poster: (what, to, at) => poster(tools, { ...what, to, ...at }),
    slate: (what, to) => slateCard(what, to),
    contactSheet: (what, to) => contactSheet(what, to),
    ownSound: (what, to, at) => ownSound(tools, { ...what, to, ...at }),
    loudness: (file, at) => loudness(tools, file, at.signal),
  }
}
