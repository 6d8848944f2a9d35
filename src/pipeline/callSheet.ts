import { conformClip } from './film/conformClip'
import { cutFilm } from './film/cutFilm'
import { fillScene } from './film/fillScene'
import { finishFilm } from './film/finishFilm'
import { mixSound } from './film/mixSound'
import { reportContinuity } from './film/reportContinuity'
import { stitchFilm } from './film/stitchFilm'
import type { StepDefinition } from './defineStep'
import { packHandoff } from './handoff/packHandoff'
import { writeHandoff } from './handoff/writeHandoff'
import { makeOneOff } from './oneOff/makeOneOff'
import { breakScreenplay } from './qualify/breakIntoScenes'
import { buildWorld } from './qualify/buildWorld'
import { castCharacters } from './qualify/castCharacters'
import { catalogueProps } from './qualify/catalogueProps'
import { cueSound, planProduction } from './qualify/closingDepartments'
import { designLook } from './qualify/designLook'
import { drawPlace, drawProp } from './qualify/drawReferences'
import { drawTurnaround } from './qualify/drawTurnaround'
import { fillKnowledge } from './qualify/fillKnowledge'
import { lockGather } from './qualify/lockGather'
import { writeScreenplay } from './qualify/writeScreenplay'
import { awaitApproval } from './scene/awaitApproval'
import { checkContinuity } from './scene/checkContinuity'
import { composePicture } from './scene/composePicture'
import { drawVariants } from './scene/drawVariants'
import { makeClip } from './scene/makeClip'
import { planShot } from './scene/planShot'
import { receiveClip } from './scene/receiveClip'
import { speakLines } from './scene/speakLines'
import { takeLastFrame } from './scene/takeLastFrame'
import { verifyPicture } from './scene/verifyPicture'

/** One node for every subject of that kind. */
export type Each = { each: 'character' | 'location' | 'prop' | 'scene' | 'gap'; step: StepDefinition }
export type Entry = StepDefinition | Each
const each = (kind: Each['each'], step: StepDefinition): Each => ({ each: kind, step })

/**
 * The only place that orders steps: read it from top to bottom. An inner list is worked on at the same time; every
 * line waits for the line above it.
 */
export const callSheet = {
  qualify: [
    lockGather,
    [castCharacters, buildWorld, designLook], // A
    [each('character', drawTurnaround), each('location', drawPlace)],
    writeScreenplay, // B
    breakScreenplay,
    [catalogueProps, cueSound, planProduction], // C
    each('prop', drawProp),
    fillKnowledge, // D
  ],
  redraw: [[each('character', drawTurnaround), each('location', drawPlace), each('prop', drawProp)]],
  looks: [each('character', drawVariants)],
  scene: [
    planShot,
    [speakLines, composePicture],
    [verifyPicture, checkContinuity],
    makeClip,
    receiveClip,
    takeLastFrame,
  ],
  stills: [planShot, composePicture, [verifyPicture, checkContinuity], awaitApproval],
  film: [
    each('gap', fillScene),
    each('scene', conformClip),
    cutFilm,
    [mixSound, reportContinuity],
    stitchFilm,
    finishFilm,
  ],
  handoff: [writeHandoff, packHandoff],
  oneOff: [makeOneOff],
} satisfies Record<string, readonly (Entry | readonly Entry[])[]>

/** Counted up whenever the order or the meaning of steps changes: a run ends under the version it began with, or is refused. */
export const callSheetVersion = '6'

const stepOf = (entry: Entry): StepDefinition => ('each' in entry ? entry.step : entry)

/** Every step by its id. */
export const stepsById: ReadonlyMap<string, StepDefinition> = new Map(
  Object.values(callSheet).flatMap((lines) =>
    lines
      .flatMap((line) => (Array.isArray(line) ? line : [line]) as Entry[])
      .map((entry) => [stepOf(entry).id, stepOf(entry)]),
  ),
)
