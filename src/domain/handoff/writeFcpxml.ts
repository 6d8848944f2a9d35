import type { Rate, Stem, Timeline, TimelineClip, TransitionOut } from '@/domain/timeline/timeline'
import { element, xmlText, type Xml } from './xml'

/**
 * The film as FCPXML 1.10: one project with its picture in the spine and a connected clip for each stem. Files are named
 * relative to the folder the FCPXML lies in. A transition lies over the middle of its cut, as Final Cut keeps them.
 */
export const writeFcpxml = (timeline: Timeline): string => {
  const placed = place(timeline)
  const spine = placed.flatMap((item, i) => [
    ...(i === 0 ? headOf(timeline, item) : []),
    assetClip(timeline, { item, first: i === 0 && item.clip.fadeIn === 0 }),
    ...tailOf(timeline, item),
  ])
  const { title, rate, frames } = timeline
  const sequence = element(
    'sequence',
    { format: 'r1', duration: time(frames, rate), tcStart: '0s', tcFormat: 'NDF', audioLayout: 'stereo', audioRate: '48k' },
    [element('spine', {}, spine)],
  ) // prettier-ignore
  const event = element('event', { name: title }, [element('project', { name: title }, [sequence])])
  const root = element('fcpxml', { version: '1.10' }, [
    element('resources', {}, resources(timeline)),
    element('library', {}, [event]),
  ])
  return xmlText(root, 'fcpxml')
}

/** Seconds as a fraction of whole frames. */
const time = (frames: number, { num, den }: Rate): string =>
  frames === 0 ? '0s' : `${String(frames * den)}/${String(num)}s`

/** How a transition lies around its cut: so many frames before and after it. */
const around = (transition: TransitionOut | null): { before: number; after: number } => {
  const frames = transition?.frames ?? 0
  return { before: Math.floor(frames / 2), after: Math.ceil(frames / 2) }
}

/** A clip from cut to cut, in frames of the film. */
type Placed = { clip: TimelineClip; index: number; from: number; to: number }

const place = ({ clips }: Timeline): Placed[] => {
  let from = 0
  return clips.map((clip, index) => {
    const start = clip.fadeIn > 0 ? Math.floor(clip.fadeIn / 2) : from
    const to = clip.recordOut - around(clip.transitionOut).after
    from = clip.transitionOut?.kind === 'fade' ? clip.recordOut : to
    return { clip, index, from: start, to }
  })
}

const assetOf = (index: number): string => `r${String(index + 10)}`
const stemOf = (index: number): string => `r${String(index + 2)}`

const resources = ({ width, height, rate, clips, sound, frames }: Timeline): Xml[] => [
  element('format', { id: 'r1', name: 'FFVideoFormatRateUndefined', frameDuration: time(1, rate), width, height, colorSpace: '1-1-1 (Rec. 709)' }),
  ...sound.stems.map(({ stem, media }, i) =>
    element('asset', { id: stemOf(i), name: stem, start: '0s', duration: time(frames, rate), hasAudio: 1, audioSources: 1, audioChannels: 2, audioRate: 48000 }, [
      element('media-rep', { kind: 'original-media', sig: media.sha256.slice(0, 32).toUpperCase(), src: `./${media.path}` }),
    ]),
  ),
  ...clips.map(({ clipName, media, sourceOut, tailHandle }, i) =>
    element('asset', { id: assetOf(i), name: clipName, start: '0s', duration: time(sourceOut + tailHandle, rate), hasVideo: 1, format: 'r1', videoSources: 1 }, [
      element('media-rep', { kind: 'original-media', sig: media.sha256.slice(0, 32).toUpperCase(), src: `./${media.path}` }),
    ]),
  ),
] // prettier-ignore

/** Black before the first picture where it fades in. */
const headOf = (timeline: Timeline, { clip, from }: Placed): Xml[] => {
  if (clip.fadeIn === 0) return []
  const { rate } = timeline
  const gap = element('gap', { name: 'Gap', offset: '0s', start: '0s', duration: time(from, rate) }, stemClips(timeline, '0s'))
  return [...(from > 0 ? [gap] : []), transitionOf({ kind: 'fade', frames: clip.fadeIn }, 0, rate)]
} // prettier-ignore

const transitionOf = ({ kind, frames }: TransitionOut, from: number, rate: Rate): Xml =>
  element('transition', {
    name: kind === 'wipe' ? 'Wipe' : 'Cross Dissolve',
    offset: time(from, rate),
    duration: time(frames, rate),
  })

const tailOf = ({ rate }: Timeline, { clip, to }: Placed): Xml[] => {
  const { transitionOut: out, recordOut } = clip
  if (!out) return []
  const black = element('gap', { name: 'Gap', offset: time(to, rate), start: '0s', duration: time(recordOut - to, rate) }) // prettier-ignore
  return [transitionOf(out, recordOut - out.frames, rate), ...(out.kind === 'fade' ? [black] : [])]
}

type Shown = { item: Placed; first: boolean }

const assetClip = (timeline: Timeline, { item, first }: Shown): Xml => {
  const { rate, markers } = timeline
  const { clip, index, from, to } = item
  const start = clip.sourceIn + from - clip.recordIn
  const own = markers.filter(({ frame }) => frame === clip.recordIn)
  return element(
    'asset-clip',
    { ref: assetOf(index), name: clip.clipName, offset: time(from, rate), start: time(start, rate), duration: time(to - from, rate), format: 'r1', tcFormat: 'NDF' },
    [
      ...(first ? stemClips(timeline, time(start, rate)) : []),
      ...own.map(({ name, note }) =>
        element('marker', { start: time(Math.max(start, clip.sourceIn), rate), duration: time(1, rate), value: name, note: note === '' ? null : note }),
      ),
    ],
  ) // prettier-ignore
}

/** The stems hang on whatever is first in the spine, from the film's first frame to its last. */
const stemClips = ({ sound, frames, rate }: Timeline, offset: string): Xml[] =>
  sound.stems.map(({ stem }, i) =>
    element('asset-clip', { ref: stemOf(i), lane: -1 - i, name: stem, offset, start: '0s', duration: time(frames, rate), audioRole: roles[stem] }),
  ) // prettier-ignore
const roles: Record<Stem, string> = { dialogue: 'dialogue', music: 'music', effects: 'effects' }
