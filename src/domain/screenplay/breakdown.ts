import { peopleOf, type People } from '@/domain/cast/people/peopleOf'
import { boundaryOf } from '@/domain/grammar/boundaryOf'
import type { FramingBefore } from '@/domain/grammar/moment'
import { placesOf, type Places } from '@/domain/story/places/placesOf'
import { clipName } from '@/domain/scene/clipName'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { Beat } from './beat'
import { beatsOf } from './beats'
import { cutIntoPieces } from './cutIntoPieces'
import { showPiece, type Piece } from './draftScene'
import { flashbacksIn } from './flashbacksIn'
import { parseHeading } from './heading'
import { hasContent, headingBlocks, type HeadingBlock } from './headingBlocks'
import { placeKey, placeState, type PlaceState } from './headingState'
import { joinScenes, segmentsOf, type Joined } from './joins'
import { layOut } from './layOut'
import type { NameFinder } from './namesIn'
import { pieceFacts } from './pieceFacts'
import { sceneNumbers } from './sceneNumbers'
import type { Notice, Screenplay } from './screenplay'
import { setStage, type Stage } from './stage'
import { proposeForTarget, type TargetProposal } from './targetLength'
import { framesOf } from './timing'

/** `target` is a proposal for the project's target length; null when none is set. Scenes have people and places under the names of `people` and `places`. */
export type Breakdown = {
  scenes: SceneDraft[]
  notices: Notice[]
  target: TargetProposal | null
  people: People
  places: Places
}

/**
 * Breaks a screenplay into scene documents of 3–7 s. In: what a parser read. Out: scenes in the order of the film,
 * every word of dialogue in its place. The same text gives the same scenes; a word changed for another of its length
 * changes its own scene alone. Time linear in the text; never fails. `stopAfter`: for a caller that refuses more scenes
 * than this, the rest of the screenplay is left out as soon as there are more. Source: design/film.md §2, docs/timing.md.
 */
export const breakIntoScenes = (
  screenplay: Pick<Screenplay, 'elements'>,
  {
    fps,
    targetSeconds = null,
    stopAfter = Infinity,
  }: { fps: number; targetSeconds?: number | null; stopAfter?: number },
): Breakdown => {
  const people = peopleOf(screenplay.elements)
  const places = placesOf(screenplay.elements)
  const blocks = headingBlocks(screenplay.elements, people.nameOf).filter(
    (block) => hasContent(block) || block.parts.length > 0,
  )
  const told = blocks.filter(hasContent)
  const film: Film = {
    fps,
    people: new Set(people.people.filter(({ seen }) => seen).map(({ name }) => name)),
    named: people.named,
    scenes: [],
    notices: [...people.notices, ...places.notices],
    placeOf: places.nameOf,
    flashbacks: flashbacksIn(screenplay.elements),
    story: aLine(),
    flashback: null,
    framing: null,
    stage: null,
  }
  const { numbers, notices } = sceneNumbers(told)
  for (const notice of notices) film.notices.push(notice)
  const numberOf = new Map(told.map((block, at) => [block, numbers[at] ?? '']))
  const joins: Joined[] = []
  for (const block of blocks) {
    if (film.scenes.length > stopAfter) break
    for (const join of addBlock(film, block, numberOf.get(block) ?? '')) joins.push(join)
  }
  joinScenes(film.scenes, joins, fps)
  const target = targetSeconds === null ? null : proposeForTarget(film.scenes, targetSeconds, fps)
  return { scenes: film.scenes, notices: film.notices, target, people, places }
}

type Film = {
  fps: number
  people: ReadonlySet<string>
  named: NameFinder
  /** The place as a heading has it → the name the world knows it by. */
  placeOf: (location: string) => string
  scenes: SceneDraft[]
  notices: Notice[]
  flashbacks: ReadonlySet<unknown>
  story: TimeLine
  /** Set while a flashback lasts: hour and weather go on inside it, and in the story as if it had not been. */
  flashback: TimeLine | null
  framing: FramingBefore
  stage: Stage | null
}

/** The last heading at each place, and the last of all. */
type TimeLine = { places: Map<string, PlaceState>; before: PlaceState | null }
const aLine = (): TimeLine => ({ places: new Map(), before: null })

/** Adds the scenes of one heading; gives the transitions it asks for. */
const addBlock = (film: Film, block: HeadingBlock, sceneNumber: string): Joined[] => {
  const first = film.scenes.length
  const { beats, notices } = beatsOf(block)
  for (const notice of notices) film.notices.push(notice)
  const { segments, joins } = segmentsOf(block, beats)
  const cuts = segments.map((segment) => cutIntoPieces(segment))
  const ends = [first]
  for (const pieces of cuts) ends.push((ends.at(-1) ?? first) + pieces.length)
  const pieces = cuts.flat().map((piece): Piece => ({ beats: piece, facts: pieceFacts(piece, film.people) }))
  if (pieces.length > 0) showBlock(film, { block, pieces, sceneNumber })
  return joins.map(({ segment, ...join }) => ({ ...join, after: (ends[segment] ?? first) - 1 }))
}

type Cut = { block: HeadingBlock; pieces: Piece[]; sceneNumber: string }

const showBlock = (film: Film, { block, pieces, sceneNumber }: Cut): void => {
  const place = enterPlace(film, block)
  const stage = setStage(pieces.map((piece) => piece.facts), film.named, film.stage) // prettier-ignore
  film.stage = stage
  const partners = partnersOf(pieces)
  let exchanges = 0
  for (const [index, piece] of pieces.entries()) {
    const at = {
      index,
      of: pieces.length,
      exchanges,
      opensFilm: film.scenes.length === 0,
      partner: partners[index] ?? '',
    }
    const shown = showPiece(piece, { place, stage, at, before: film.framing })
    if (piece.facts.speakers.length > 0) exchanges += 1
    const last = film.scenes.at(-1)
    const heading = block.heading?.text ?? ''
    const framed = (scene: Pick<SceneDraft, 'shotSize' | 'focusOn'>) => ({
      heading,
      sameHeading: index > 0,
      shotSize: scene.shotSize,
      focusOn: scene.focusOn,
      transition: 'cut',
    })
    film.framing = { shotSize: shown.shotSize, focusOn: shown.focusOn }
    film.scenes.push({
      ...shown, ...timed(piece.beats, film.fps),
      sequenceNumber: film.scenes.length + 1, sceneNumber, shotNumber: (index + 1) * 10,
      clipName: clipName(sceneNumber, (index + 1) * 10), heading,
      boundary: boundaryOf(last ? framed(last) : null, framed(shown), piece.facts.carriesSentence),
      transitionIn: 'cut', transitionOut: 'cut', transitionSeconds: 0,
    }) // prettier-ignore
  }
}

const timed = (beats: Beat[], fps: number): Pick<SceneDraft, 'dialogue' | 'frames' | 'durationS'> => {
  const { lines, seconds } = layOut(beats)
  const frames = framesOf(seconds, fps)
  return { dialogue: lines, frames, durationS: frames / fps }
}

const enterPlace = (film: Film, { heading, parts }: HeadingBlock): PlaceState => {
  const words = heading?.text ?? ''
  const parsed = parseHeading(words)
  const read = { ...parsed, location: film.placeOf(parsed.location) }
  const text = [words, ...parts.map((part) => (part.kind === 'action' ? part.text : ''))].join('\n')
  const wasBack = film.flashback !== null
  const isBack = film.flashbacks.has(heading)
  film.flashback = isBack ? (film.flashback ?? aLine()) : null
  const line = film.flashback ?? film.story
  const lastHere = line.places.get(placeKey(read)) ?? null
  const state = placeState(read, { text, before: line.before, lastHere })
  const place = {
    ...state,
    newPlace: state.newPlace || isBack !== wasBack,
    aside: isBack ? ('flashback' as const) : ('' as const),
  }
  if (place.newPlace) film.framing = null
  line.places.set(placeKey(read), place)
  line.before = place
  return place
}

/** To whom each piece is spoken: the other in it, else the last other speaker, else the next one. */
const partnersOf = (pieces: readonly Piece[]): string[] => {
  const next: string[] = new Array<string>(pieces.length).fill('')
  let coming: string[] = []
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const speakers = pieces[at]?.facts.speakers ?? []
    next[at] = coming.find((name) => name !== speakers[0]) ?? ''
    coming = [...new Set([...speakers, ...coming])].slice(0, 2)
  }
  let recent: string[] = []
  return pieces.map(({ facts: { speakers } }, at) => {
    const [speaker, other] = speakers
    const partner = other ?? recent.find((name) => name !== speaker) ?? next[at] ?? ''
    recent = [...new Set([...[...speakers].reverse(), ...recent])].slice(0, 2)
    return speaker === undefined ? '' : partner
  })
}
