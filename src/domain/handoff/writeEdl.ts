import { timecode } from '@/domain/timeline/timecode'
import type { Timeline, TimelineClip } from '@/domain/timeline/timeline'
import { eventsOf, type CutEvent } from './eventsOf'
import { plainLine } from './plainLine'

/** CMX3600 counts events with three digits. */
const eventsMost = 999

/**
 * Edit decision lists (CMX3600, picture only, no drop frame): one, or as many as a film of more than 999 events takes,
 * each going on in record time where the one before ended.
 */
export const writeEdl = (timeline: Timeline): string[] => {
  const events = eventsOf(timeline)
  const count = Math.max(1, Math.ceil(events.length / eventsMost))
  return Array.from({ length: count }, (_, part) => {
    const own = events.slice(part * eventsMost, (part + 1) * eventsMost)
    const title = `${plainLine(timeline.title, 60)}${count > 1 ? ` ${String(part + 1)} OF ${String(count)}` : ''}`
    const lines = own.map((event, i) => eventText(timeline, { event, before: own[i - 1] ?? null, number: i + 1 }))
    return `TITLE: ${title}\nFCM: NON-DROP FRAME\n\n${lines.join('\n')}`
  })
}

type Numbered = { event: CutEvent; before: CutEvent | null; number: number }

const eventText = (timeline: Timeline, numbered: Numbered): string => {
  const { event } = numbered
  const lines = event.into ? transitionLines(timeline, numbered) : [cutLine(timeline, numbered)]
  return `${[...lines, ...noteLines(timeline, event)].join('\n')}\n`
}

const head = (number: number, clip: TimelineClip | null): string =>
  `${String(number).padStart(3, '0')}  ${(clip?.reel ?? 'BL').padEnd(8)} V     `

const cutLine = (timeline: Timeline, { event, number }: Numbered): string =>
  `${head(number, event.clip)}C        ${times(timeline, event)}\n${nameLine('FROM', event.clip)}`.trimEnd()

/** Two lines of one event: the first says where the picture that goes out stands, the second what comes in. */
const transitionLines = (timeline: Timeline, { event, before, number }: Numbered): string[] => {
  const { into } = event
  const outAt = before ? before.sourceIn + before.recordOut - before.recordIn : 0
  const out = { sourceIn: outAt, recordIn: event.recordIn, recordOut: event.recordIn }
  const kind = into?.kind === 'wipe' ? 'W001' : 'D   '
  const frames = String(into?.frames ?? 0).padStart(3, '0')
  return [
    `${head(number, before?.clip ?? null)}C        ${times(timeline, out)}`,
    `${head(number, event.clip)}${kind} ${frames} ${times(timeline, event)}`,
    ...[nameLine('FROM', before?.clip ?? null), nameLine('TO', event.clip)].filter((line) => line !== ''),
  ]
}

const times = (
  { startFrame, rate }: Timeline,
  { sourceIn, recordIn, recordOut }: Pick<CutEvent, 'sourceIn' | 'recordIn' | 'recordOut'>,
): string =>
  [sourceIn, sourceIn + recordOut - recordIn, startFrame + recordIn, startFrame + recordOut]
    .map((frame) => timecode(frame, rate.num / rate.den))
    .join(' ')

const nameLine = (which: 'FROM' | 'TO', clip: TimelineClip | null): string =>
  clip ? `* ${which} CLIP NAME: ${clip.clipName}` : ''

/** The file, and the scene where one begins. */
const noteLines = (timeline: Timeline, { clip }: CutEvent): string[] => {
  if (!clip) return []
  const at = timecode(timeline.startFrame + clip.recordIn, timeline.rate.num / timeline.rate.den)
  const marker = timeline.markers.find(({ frame }) => frame === clip.recordIn)
  const told = marker ? plainLine(`${marker.name} ${marker.note}`, 60) : ''
  return [`* SOURCE FILE: ${clip.media.path}`, ...(marker ? [`* LOC: ${at} GREEN   ${told}`] : [])]
}
