import {
  stems,
  type Rate,
  type Timeline,
  type TimelineClip,
  type TimelineMedia,
  type TransitionOut,
} from '@/domain/timeline/timeline'

/** An object of the OpenTimelineIO schema. */
type Otio = { OTIO_SCHEMA: string } & Record<string, unknown>

/**
 * The film as OpenTimelineIO JSON (Clip.2, read by OpenTimelineIO 0.15 and newer): one picture track, a sound track for
 * each stem, markers. Files are named relative to the folder the timeline lies in.
 */
export const writeOtio = (timeline: Timeline): string => {
  const { rate, frames } = timeline
  const picture = timeline.clips.flatMap((one) => pictureItems(one, rate))
  const sound = timeline.sound.stems.map(({ stem, media }) =>
    track(stem, 'Audio', [
      clip(
        {
          name: stem,
          media,
          available: frames,
          range: range(0, frames, rate),
          markers: stem === stems[0] ? spoken(timeline) : [],
        },
        rate,
      ),
    ]),
  )
  const made: Otio = {
    OTIO_SCHEMA: 'Timeline.1',
    name: timeline.title,
    global_start_time: time(timeline.startFrame, rate),
    metadata: { backlot: { slug: timeline.slug, film: timeline.film.sha256 } },
    tracks: {
      OTIO_SCHEMA: 'Stack.1',
      name: 'tracks',
      source_range: null,
      effects: [],
      metadata: {},
      markers: timeline.markers.map(({ frame, name, note }) =>
        marker({ name, at: range(frame, 1, rate), color: 'GREEN', note }),
      ),
      children: [track('picture', 'Video', picture), ...sound],
    },
  }
  return `${JSON.stringify(made, null, 2)}\n`
}

const time = (value: number, { num, den }: Rate): Otio => ({
  OTIO_SCHEMA: 'RationalTime.1',
  rate: num / den,
  value,
})
const range = (start: number, frames: number, rate: Rate): Otio => ({
  OTIO_SCHEMA: 'TimeRange.1',
  start_time: time(start, rate),
  duration: time(frames, rate),
})

const track = (name: string, kind: 'Video' | 'Audio', children: Otio[]): Otio => ({
  OTIO_SCHEMA: 'Track.1',
  name,
  kind,
  source_range: null,
  effects: [],
  markers: [],
  metadata: {},
  children,
})

/**
 * A clip has the frames of its scene; a transition into the next lies before their cut. A fade lies over a gap, which is
 * black, and takes its frames from the clip's range; the file holds them still.
 */
const pictureItems = (from: TimelineClip, rate: Rate): Otio[] => {
  const { fadeIn, transitionOut: out } = from
  return [
    ...(fadeIn > 0 ? [gap(fadeIn, rate), transition('fade', { before: fadeIn, after: 0 }, rate)] : []),
    pictureClip(from, rate),
    ...(out && out.kind !== 'fade' ? [transition(out.kind, { before: out.frames, after: 0 }, rate)] : []),
    ...(out?.kind === 'fade'
      ? [transition('fade', { before: 0, after: out.frames }, rate), gap(out.frames, rate)]
      : []),
  ]
}

const fadeOut = ({ transitionOut: out }: TimelineClip): number => (out?.kind === 'fade' ? out.frames : 0)

const gap = (frames: number, rate: Rate): Otio => ({
  OTIO_SCHEMA: 'Gap.1',
  name: 'black',
  source_range: range(0, frames, rate),
  effects: [],
  markers: [],
  metadata: {},
})

const transition = (kind: TransitionOut['kind'], at: { before: number; after: number }, rate: Rate): Otio => ({
  OTIO_SCHEMA: 'Transition.1',
  name: kind,
  transition_type: kind === 'wipe' ? 'SMPTE_Wipe' : 'SMPTE_Dissolve',
  in_offset: time(at.before, rate),
  out_offset: time(at.after, rate),
  metadata: { backlot: { kind } },
})

const pictureClip = (from: TimelineClip, rate: Rate): Otio => {
  const { scene, sequenceNumber, sceneNumber, shotNumber, heading, verdict, reel, clipName, media } = from
  const { recordIn, recordOut, sourceIn, sourceOut, tailHandle, fadeIn } = from
  return clip(
    {
      name: clipName,
      media,
      available: sourceOut + tailHandle,
      range: range(sourceIn + fadeIn, recordOut - recordIn - fadeIn - fadeOut(from), rate),
      markers: [],
      metadata: {
        backlot: { scene, sequenceNumber, sceneNumber, shotNumber, heading, verdict, sha256: media.sha256, recordIn, recordOut },
        cmx_3600: { reel },
      }, // prettier-ignore
    },
    rate,
  )
}

type Placed = {
  name: string
  media: TimelineMedia
  /** Frames of the file. */
  available: number
  range: Otio
  markers: Otio[]
  metadata?: Record<string, unknown>
}

const clip = ({ name, media, available, range: used, markers, metadata = {} }: Placed, rate: Rate): Otio => ({
  OTIO_SCHEMA: 'Clip.2',
  name,
  source_range: used,
  effects: [],
  markers,
  metadata,
  active_media_reference_key: 'DEFAULT_MEDIA',
  media_references: {
    DEFAULT_MEDIA: {
      OTIO_SCHEMA: 'ExternalReference.1',
      name: media.path.split('/').at(-1) ?? '',
      target_url: media.path,
      available_range: range(0, available, rate),
      available_image_bounds: null,
      metadata: {},
    },
  },
})

type Marked = { name: string; at: Otio; color: string; note: string }
const marker = ({ name, at, color, note }: Marked): Otio => ({
  OTIO_SCHEMA: 'Marker.2',
  name,
  marked_range: at,
  color,
  comment: note,
  metadata: {},
})

const spoken = ({ sound, rate }: Timeline): Otio[] =>
  sound.dialogue.map(({ character, text, recordIn, recordOut }) =>
    marker({ name: character, at: range(recordIn, recordOut - recordIn, rate), color: 'CYAN', note: text }),
  )
