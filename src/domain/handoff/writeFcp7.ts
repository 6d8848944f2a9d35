import type { Rate, Timeline, TimelineClip, TransitionOut } from '@/domain/timeline/timeline'
import { timecode } from '@/domain/timeline/timecode'
import { element, xmlText, type Xml } from './xml'

/**
 * The film as Final Cut Pro 7 XML (xmeml 5), which Premiere and Resolve read: one picture track, a sound track for each
 * stem, markers. Every clip has exactly the frames of its scene; a transition ends where its scene ends.
 */
export const writeFcp7 = (timeline: Timeline): string => {
  const { title, frames, width, height, sound, markers, slug } = timeline
  const format = element('format', {}, [
    element('samplecharacteristics', {}, [
      rateOf(timeline.rate), element('width', {}, width), element('height', {}, height), element('anamorphic', {}, 'FALSE'),
      element('pixelaspectratio', {}, 'square'), element('fielddominance', {}, 'none'),
    ]),
  ]) // prettier-ignore
  const sequence = element('sequence', { id: `sequence-${slug}` }, [
    element('name', {}, title),
    element('duration', {}, frames),
    rateOf(timeline.rate),
    timecodeOf(timeline.startFrame, timeline.rate),
    element('media', {}, [
      element('video', {}, [format, element('track', {}, pictureItems(timeline))]),
      element('audio', {}, [
        element('numOutputChannels', {}, 2),
        ...sound.stems.map((_, i) => element('track', {}, [soundItem(timeline, i)])),
      ]),
    ]),
    ...markers.map(({ frame, name, note }) =>
      element('marker', {}, [
        element('name', {}, name),
        element('comment', {}, note),
        element('in', {}, frame),
        element('out', {}, -1),
      ]),
    ),
  ])
  return xmlText(element('xmeml', { version: '5' }, [sequence]), 'xmeml')
}

const rateOf = ({ num, den }: Rate): Xml =>
  element('rate', {}, [element('timebase', {}, num / den), element('ntsc', {}, 'FALSE')])

const timecodeOf = (frame: number, rate: Rate): Xml =>
  element('timecode', {}, [
    rateOf(rate),
    element('string', {}, timecode(frame, rate.num / rate.den)),
    element('frame', {}, frame),
    element('displayformat', {}, 'NDF'),
  ])

const pictureItems = (timeline: Timeline): Xml[] =>
  timeline.clips.flatMap((clip, i) => {
    const { fadeIn, transitionOut: out, recordIn, recordOut } = clip
    const before = timeline.clips[i - 1]?.transitionOut ?? null
    const into = before?.kind === 'fade' ? null : before
    return [
      ...(fadeIn > 0 ? [transitionItem(timeline, { from: recordIn, frames: fadeIn, kind: 'fade', alignment: 'start-black' })] : []),
      pictureItem(timeline, { clip, into, index: i }),
      ...(out ? [transitionItem(timeline, { from: recordOut - out.frames, ...out, alignment: out.kind === 'fade' ? 'end-black' : 'end' })] : []),
    ] // prettier-ignore
  })

type Shown = { clip: TimelineClip; into: TransitionOut | null; index: number }

/** −1: the transition beside it says where it begins or ends; its `in` is the first frame that is seen. */
const pictureItem = (timeline: Timeline, { clip, into, index }: Shown): Xml => {
  const { rate } = timeline
  const { sourceIn, sourceOut, tailHandle, recordIn, recordOut, transitionOut, fadeIn, media, clipName, reel } = clip
  const file = `file-${String(index + 1)}`
  const length = sourceOut + tailHandle
  return element('clipitem', { id: `clip-${String(index + 1)}` }, [
    element('name', {}, clipName),
    element('duration', {}, length),
    rateOf(rate),
    element('in', {}, sourceIn - (into?.frames ?? 0)),
    element('out', {}, sourceOut),
    element('start', {}, into || fadeIn > 0 ? -1 : recordIn),
    element('end', {}, transitionOut ? -1 : recordOut),
    element('file', { id: file }, [
      element('name', {}, media.path.split('/').at(-1) ?? ''),
      element('pathurl', {}, media.path),
      rateOf(rate),
      element('duration', {}, length),
      element('timecode', {}, [
        rateOf(rate),
        element('string', {}, timecode(0, rate.num / rate.den)),
        element('frame', {}, 0),
        element('displayformat', {}, 'NDF'),
        element('reel', {}, [element('name', {}, reel)]),
      ]),
      element('media', {}, [element('video', {}, [element('duration', {}, length)])]),
    ]),
    element('logginginfo', {}, [
      element('scene', {}, clip.sceneNumber),
      element('shottake', {}, String(clip.shotNumber)),
      element('description', {}, clip.heading),
    ]),
  ])
}

type Joining = { from: number; frames: number; kind: TransitionOut['kind']; alignment: string }

const transitionItem = ({ rate }: Timeline, { from, frames, kind, alignment }: Joining): Xml => {
  const wipe = kind === 'wipe'
  const effect = element('effect', {}, [
    element('name', {}, wipe ? 'Edge Wipe' : 'Cross Dissolve'),
    element('effectid', {}, wipe ? 'Edge Wipe' : 'Cross Dissolve'),
    element('effectcategory', {}, wipe ? 'Wipe' : 'Dissolve'),
    element('effecttype', {}, 'transition'),
    element('mediatype', {}, 'video'),
  ])
  return element('transitionitem', {}, [
    rateOf(rate),
    element('start', {}, from),
    element('end', {}, from + frames),
    element('alignment', {}, alignment),
    effect,
  ])
}

const soundItem = (timeline: Timeline, index: number): Xml => {
  const { rate, frames, sound } = timeline
  const found = sound.stems[index]
  const path = found?.media.path ?? ''
  return element('clipitem', { id: `stem-${String(index + 1)}` }, [
    element('name', {}, found?.stem ?? ''),
    element('duration', {}, frames),
    rateOf(rate),
    element('in', {}, 0),
    element('out', {}, frames),
    element('start', {}, 0),
    element('end', {}, frames),
    element('file', { id: `file-stem-${String(index + 1)}` }, [
      element('name', {}, path.split('/').at(-1) ?? ''),
      element('pathurl', {}, path),
      rateOf(rate),
      element('duration', {}, frames),
      element('media', {}, [
        element('audio', {}, [
          element('samplecharacteristics', {}, [element('depth', {}, 16), element('samplerate', {}, sound.rate)]),
          element('channelcount', {}, 2),
        ]),
      ]),
    ]),
    element('sourcetrack', {}, [element('mediatype', {}, 'audio'), element('trackindex', {}, 1)]),
  ])
}
