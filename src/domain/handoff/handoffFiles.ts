import { writeFdx } from '@/domain/finalDraft/writeFdx'
import { parseFountain } from '@/domain/screenplay/fountain'
import type { Timeline } from '@/domain/timeline/timeline'
import type { HandoffFormat } from './handoffWish'
import { writeEdl } from './writeEdl'
import { writeFcp7 } from './writeFcp7'
import { writeFcpxml } from './writeFcpxml'
import { writeOtio } from './writeOtio'

type Told = { timeline: Timeline; /** Fountain. */ screenplay: string }
type TextFile = { path: string; text: string }

/** The files of these formats, named after the film. */
export const handoffFiles = (formats: readonly HandoffFormat[], told: Told): TextFile[] =>
  formats.flatMap((format) => writers[format](told))

const writers: Record<HandoffFormat, (told: Told) => TextFile[]> = {
  otio: ({ timeline }) => [{ path: `${timeline.slug}.otio`, text: writeOtio(timeline) }],
  edl: ({ timeline }) => {
    const lists = writeEdl(timeline)
    return lists.map((text, i) => ({
      path: `${timeline.slug}${lists.length > 1 ? `-${String(i + 1)}` : ''}.edl`,
      text,
    }))
  },
  fcpxml: ({ timeline }) => [{ path: `${timeline.slug}.fcpxml`, text: writeFcpxml(timeline) }],
  fcp7: ({ timeline }) => [{ path: `${timeline.slug}.xml`, text: writeFcp7(timeline) }],
  fdx: ({ timeline, screenplay }) => [{ path: `${timeline.slug}.fdx`, text: writeFdx(parseFountain(screenplay)) }],
}
