import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { eventsOf } from '@/domain/handoff/eventsOf'
import { writeEdl } from '@/domain/handoff/writeEdl'
import { writeFcp7 } from '@/domain/handoff/writeFcp7'
import { writeFcpxml } from '@/domain/handoff/writeFcpxml'
import { writeOtio } from '@/domain/handoff/writeOtio'
import { timelineOf } from '@/domain/timeline/timelineOf'
import { mixedFilm } from '../support/filmAsCut'
import { fetchReaders, readTimelines, type ReadTimeline } from '../support/referenceReaders'

const missing = await fetchReaders()
if (missing !== null) process.stderr.write(`The reference readers of hand-off files were not asked: ${missing}\n`)

const folder = mkdtempSync(join(tmpdir(), 'backlot-handoff-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(missing !== null).each([24, 25, 30])('the hand-off of a film at %i frames', (fps) => {
  it('is read by OpenTimelineIO and its adapters with the same clips, frames and names', async () => {
    const timeline = timelineOf({ slug: 'lamp', title: 'The Lamp' }, mixedFilm(fps))
    const files = {
      otio: writeOtio(timeline),
      edl: writeEdl(timeline)[0] ?? '',
      fcpxml: writeFcpxml(timeline),
      xml: writeFcp7(timeline),
    }
    const paths = Object.entries(files).map(([ending, text]) => {
      const path = join(folder, `lamp-${String(fps)}.${ending}`)
      writeFileSync(path, text)
      return path
    })
    const { otio, edl, fcpxml, xml } = await readTimelines(fps, paths)
    const names = timeline.clips.map(({ clipName }) => clipName)
    const seen = (read: ReadTimeline | undefined) => read?.video[0]?.clips.filter(({ black }) => !black)
    for (const read of [otio, edl, fcpxml, xml]) {
      expect(read?.name).toBe('The Lamp')
      expect(read?.again).toBe(true)
      expect(read?.video).toHaveLength(1)
      expect(seen(read)?.map(({ name }) => name)).toEqual(names)
    }
    expect(otio?.start).toBe(3600 * fps)
    expect(otio?.markers).toEqual(timeline.markers.map(({ name }) => name))
    for (const read of [otio, edl, xml]) expect(read?.video[0]?.frames).toBe(timeline.frames)
    expect(xml?.video[0]?.clips.map(({ at, start, frames }) => ({ at, start, frames }))).toEqual(
      timeline.clips.map((clip) => ({
        at: clip.recordIn,
        start: clip.sourceIn,
        frames: clip.recordOut - clip.recordIn,
      })),
    )
    expect(edl?.video[0]?.clips.map(({ at, start, frames }) => ({ at, start, frames }))).toEqual(
      eventsOf(timeline).map((event) => ({
        at: event.recordIn,
        start: event.sourceIn,
        frames: event.recordOut - event.recordIn,
      })),
    )
    const transitions = eventsOf(timeline).flatMap(({ into }) => (into ? [into.frames] : []))
    expect(edl?.video[0]?.transitions.map(([before, after]) => before + after)).toEqual(transitions)
    expect(xml?.video[0]?.transitions).toHaveLength(transitions.length)
    for (const read of [otio, fcpxml, xml]) {
      expect(read?.audio.flatMap(({ clips }) => clips.map(({ name }) => name)).sort()).toEqual([
        'dialogue',
        'effects',
        'music',
      ])
      for (const { clips } of read?.audio ?? [])
        expect(clips.map(({ at, frames }) => [at, frames])).toEqual([[0, timeline.frames]])
    }
  })
})
