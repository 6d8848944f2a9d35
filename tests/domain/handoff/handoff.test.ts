import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { eventsOf } from '@/domain/handoff/eventsOf'
import { writeEdl } from '@/domain/handoff/writeEdl'
import { writeFcp7 } from '@/domain/handoff/writeFcp7'
import { writeFcpxml } from '@/domain/handoff/writeFcpxml'
import { writeOtio } from '@/domain/handoff/writeOtio'
import { timelineOf } from '@/domain/timeline/timelineOf'
import { transitions } from '@/domain/scene/vocabulary'
import { filmOfPlan, mixedFilm } from '../../support/filmAsCut'

const timelineFrom = (film: ReturnType<typeof filmOfPlan>, title = 'The Lamp') =>
  timelineOf({ slug: 'lamp', title }, film)

const anyFilm = fc
  .record({
    fps: fc.constantFrom(24, 25, 30),
    fadeIn: fc.boolean(),
    plan: fc.array(
      fc.record({
        frames: fc.integer({ min: 72, max: 210 }),
        out: fc.constantFrom(...transitions),
        seconds: fc.double({ min: 0, max: 3, noNaN: true }),
        sceneNumber: fc.string({ maxLength: 6, unit: 'binary' }),
        heading: fc.string({ maxLength: 30, unit: 'binary' }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ plan, ...more }) => filmOfPlan(plan, more))

describe('the timeline of a film', () => {
  it('gives every frame to exactly one scene, and every clip a name and a reel of its own', () => {
    fc.assert(
      fc.property(anyFilm, (film) => {
        const { clips, frames } = timelineFrom(film)
        let at = 0
        for (const clip of clips) {
          expect(clip.recordIn).toBe(at)
          expect(clip.recordOut - clip.recordIn).toBe(clip.sourceOut - clip.sourceIn)
          at = clip.recordOut
        }
        expect(at).toBe(frames)
        expect(new Set(clips.map(({ clipName }) => clipName.toUpperCase())).size).toBe(clips.length)
        expect(new Set(clips.map(({ reel }) => reel)).size).toBe(clips.length)
        for (const { reel, clipName } of clips) {
          expect(reel).toMatch(/^[A-Z0-9]{1,8}$/)
          expect(clipName).toMatch(/^[\w-]+$/)
        }
      }),
      { numRuns: 60 },
    )
  })
  it('cuts without a hole: events follow each other, their sources hold what they show', () => {
    fc.assert(
      fc.property(anyFilm, (film) => {
        const timeline = timelineFrom(film)
        const events = eventsOf(timeline)
        let at = 0
        for (const event of events) {
          expect(event.recordIn).toBe(at)
          expect(event.recordOut).toBeGreaterThan(event.recordIn)
          expect(event.into?.frames ?? 0).toBeLessThanOrEqual(event.recordOut - event.recordIn)
          expect(event.sourceIn).toBeGreaterThanOrEqual(0)
          at = event.recordOut
        }
        expect(at).toBe(timeline.frames)
      }),
      { numRuns: 60 },
    )
  })
  it('marks where each scene of the screenplay begins', () => {
    const { markers } = timelineFrom(mixedFilm())
    expect(markers.map(({ name }) => name)).toEqual(['Scene 1', 'Scene 2', 'Scene 12A', 'Scene 13'])
  })
})

type At = { value: number }
type Otio = {
  OTIO_SCHEMA: string
  name?: string
  children?: Otio[]
  source_range?: any
  in_offset?: At
  out_offset?: At
}

describe('the OTIO file', () => {
  it('comes back as the scenes it was written from, each with its own frames, fades over black', () => {
    fc.assert(
      fc.property(anyFilm, fc.string({ unit: 'binary' }), (film, title) => {
        const timeline = timelineFrom(film, title)
        const read = JSON.parse(writeOtio(timeline)) as { name: string; tracks: Otio }
        expect(read.name).toBe(title)
        let at = 0
        const scenes: { clip: string; recordIn: number; recordOut: number; sourceIn: number }[] = []
        const joins: number[] = []
        for (const one of read.tracks.children?.[0]?.children ?? []) {
          if (one.OTIO_SCHEMA === 'Transition.1') {
            joins.push((one.in_offset?.value ?? 0) + (one.out_offset?.value ?? 0))
            continue
          }
          const { start_time, duration } = one.source_range
          const to = at + (duration.value as number)
          if (one.name !== 'black')
            scenes.push({ clip: one.name ?? '', recordIn: at, recordOut: to, sourceIn: start_time.value })
          at = to
        }
        const fade = (clip: (typeof timeline.clips)[number]) =>
          clip.transitionOut?.kind === 'fade' ? clip.transitionOut.frames : 0
        expect(scenes).toEqual(
          timeline.clips.map((clip) => ({
            clip: clip.clipName,
            recordIn: clip.recordIn + clip.fadeIn,
            recordOut: clip.recordOut - fade(clip),
            sourceIn: clip.sourceIn + clip.fadeIn,
          })),
        )
        const wanted = timeline.clips.flatMap(({ fadeIn, transitionOut }) => [fadeIn, transitionOut?.frames ?? 0])
        expect(joins).toEqual(wanted.filter((frames) => frames > 0))
        expect(at).toBe(timeline.frames)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the cut list', () => {
  it('says every event of a mixed film as cutting rooms write it', () => {
    const [edl = ''] = writeEdl(timelineFrom(mixedFilm()))
    expect(edl).toMatchInlineSnapshot(`
      "TITLE: The Lamp
      FCM: NON-DROP FRAME

      001  BL       V     C        00:00:00:00 00:00:00:01 01:00:00:00 01:00:00:01

      002  BL       V     C        00:00:00:01 00:00:00:01 01:00:00:01 01:00:00:01
      002  001010   V     D    023 00:00:00:01 00:00:04:00 01:00:00:01 01:00:04:00
      * TO CLIP NAME: SC001_SH010
      * SOURCE FILE: clips/SC001_SH010.mp4
      * LOC: 01:00:00:00 GREEN   Scene 1 INT. LAMP ROOM - NIGHT

      003  001020   V     C        00:00:00:00 00:00:04:07 01:00:04:00 01:00:08:07
      * FROM CLIP NAME: SC001_SH020
      * SOURCE FILE: clips/SC001_SH020.mp4

      004  001020   V     C        00:00:04:07 00:00:04:07 01:00:08:07 01:00:08:07
      004  002030   V     D    024 00:00:00:00 00:00:03:08 01:00:08:07 01:00:11:15
      * FROM CLIP NAME: SC001_SH020
      * TO CLIP NAME: SC002_SH030
      * SOURCE FILE: clips/SC002_SH030.mp4
      * LOC: 01:00:09:07 GREEN   Scene 2 EXT. QUAY <“Ōsaka” & Söhne> - DAWN

      005  002030   V     C        00:00:03:08 00:00:03:08 01:00:11:15 01:00:11:15
      005  BL       V     D    017 00:00:00:00 00:00:00:17 01:00:11:15 01:00:12:08
      * FROM CLIP NAME: SC002_SH030

      006  12A040   V     C        00:00:00:00 00:00:05:12 01:00:12:08 01:00:17:20
      * FROM CLIP NAME: SC12A_SH040
      * SOURCE FILE: clips/SC12A_SH040.mp4
      * LOC: 01:00:12:08 GREEN   Scene 12A

      007  12A040   V     C        00:00:05:12 00:00:05:12 01:00:17:20 01:00:17:20
      007  013050   V     W001 012 00:00:00:12 00:00:03:00 01:00:17:20 01:00:20:08
      * FROM CLIP NAME: SC12A_SH040
      * TO CLIP NAME: SC013_SH050
      * SOURCE FILE: clips/SC013_SH050.mp4
      * LOC: 01:00:18:08 GREEN   Scene 13

      008  013050   V     C        00:00:03:00 00:00:03:00 01:00:20:08 01:00:20:08
      008  BL       V     D    024 00:00:00:00 00:00:01:00 01:00:20:08 01:00:21:08
      * FROM CLIP NAME: SC013_SH050
      "
    `)
  })
  it('is split where three digits no longer count the events', () => {
    const plan = Array.from({ length: 1203 }, () => ({ frames: 72, out: 'cut' as const, seconds: 0 }))
    const lists = writeEdl(timelineFrom(filmOfPlan(plan)))
    expect(lists).toHaveLength(2)
    expect(lists[1]).toContain('TITLE: The Lamp 2 OF 2')
    expect(lists[1]).toMatch(/^001 .* 01:49:57:00 01:50:00:00$/m)
  })
  it('stays one line an event whatever a heading holds', () => {
    fc.assert(
      fc.property(anyFilm, fc.string({ unit: 'binary' }), (film, title) => {
        for (const list of writeEdl(timelineFrom(film, title)))
          for (const line of list.split(/\r\n|[\n\r\u2028\u2029]/))
            expect(line).toMatch(
              /^(TITLE:|FCM:|\d{3} {2}\S+ +V {5,}(C|D|W001) |\* (FROM|TO) CLIP NAME: |\* SOURCE FILE: |\* LOC: |$)/,
            )
      }),
      { numRuns: 40 },
    )
  })
})

describe('the XML files', () => {
  it('keep every clip and its name whatever people write', () => {
    fc.assert(
      fc.property(anyFilm, fc.string({ unit: 'binary' }), (film, title) => {
        const timeline = timelineFrom(film, title)
        const names = timeline.clips.map(({ clipName }) => clipName)
        const parser = new XMLParser({
          ignoreAttributes: false,
          isArray: (name) => name === 'asset' || name === 'clipitem',
        })
        const fcpx: any = parser.parse(writeFcpxml(timeline))
        expect(fcpx.fcpxml.resources.asset.slice(3).map((asset: any) => asset['@_name'])).toEqual(names)
        const fcp7: any = parser.parse(writeFcp7(timeline))
        expect(fcp7.xmeml.sequence.media.video.track.clipitem.map((item: any) => item.name)).toEqual(names)
      }),
      { numRuns: 40 },
    )
  })
  it('says its times in FCPXML on whole frames, clip after clip', () => {
    const timeline = timelineFrom(mixedFilm(25))
    const read = new XMLParser({ ignoreAttributes: false, preserveOrder: true }).parse(writeFcpxml(timeline)) as unknown
    const times = [...JSON.stringify(read).matchAll(/"@_(?:offset|start|duration)":"([^"]+)"/g)].map(([, time]) => time)
    expect(times.length).toBeGreaterThan(20)
    for (const time of times) expect(time).toMatch(/^(0s|\d+\/25s)$/)
  })
})
