import type { Drift } from '@/domain/continuity/measuredShot'
import type { SeenPerson } from '../../spec/continuity'
import { addedBetween } from '../judge/added'
import { labOf } from '../judge/lab'
import { rgbAt, type Looked } from '../judge/looked'
import { personLight, relit } from '../judge/personLight'
import { tallOf } from '../judge/tallOf'
import { figureOf, type Figure } from './figureOf'
import type { Look } from './lookAround'
import { matchOutline, type Match } from './outline'
import { apart, coloursIn, type Region } from './regions'

export type EnrolledView = { picture: Looked; figure: Figure }
export type Measuring = { look: Look; viewOf: (file: string) => Promise<EnrolledView | null> }

/** Longer side of what is measured, in pixels. */
export const longest = 400
/** A figure that would stand lower than this cannot be measured, in pixels of what is measured. */
const leastTall = 48

/** Measures one person against their enrolled view. `picture`: the finished one, `longest` pixels long. */
export const personDrift = async (picture: Looked, person: SeenPerson, { look, viewOf }: Measuring): Promise<Drift> => {
  const [under, made, view] = await Promise.all([
    look.at(person.under.file, longest),
    look.at(person.made.file, longest),
    viewOf(person.view.file),
  ])
  const seen = figureOf(visible(addedBetween(under, made), made, picture), picture.width)
  const tall = seen ? Math.round((seen.widths.length * picture.whole.height) / picture.height) : 0
  const nothing = { person: person.person, tall, measured: null }
  if (!seen || !view) return nothing
  const wholly = tallOf(person.circumstances.shotSize, picture.whole) * picture.height
  const match = matchOutline(seen, view.figure, wholly / view.figure.widths.length)
  if (match.scale * view.figure.widths.length < leastTall) return nothing
  return { ...nothing, measured: compare({ picture, seen, view, match, person }) }
}

/** What somebody in front of them covers is not theirs. */
const visible = (mask: Uint8Array, made: Looked, picture: Looked): Uint8Array => {
  if (made === picture) return mask
  const later = addedBetween(made, picture)
  return mask.map((one, at) => (later[at] === 1 ? 0 : one))
}

type Compared = { picture: Looked; seen: Figure; view: EnrolledView; match: Match; person: SeenPerson }

const compare = ({ picture, seen, view, match, person: { circumstances } }: Compared): Drift['measured'] => {
  const light = personLight(circumstances)
  const viewRows = view.figure.widths.length
  const rows = match.scale * viewRows
  const shown = seen.widths.length / rows
  const drift = (region: Region): number | null => {
    const there = coloursIn(seen, { region, rows, shown, colourAt: (at) => labOf(rgbAt(picture, at)) })
    const colourAt = (at: number) => relit(rgbAt(view.picture, at), light)
    const wanted = there && coloursIn(view.figure, { region, rows: viewRows, shown, colourAt })
    return there && wanted ? rounded(apart(there, wanted)) : null
  }
  // where the frame cuts the head, its top is not there to be compared
  const headCut = seen.top <= 1
  const regions = { hair: headCut ? null : drift('hair'), face: drift('face'), costume: drift('costume') }
  const known = Object.values(regions).filter((one) => one !== null)
  if (known.length === 0) return null
  return {
    regions,
    colour: Math.max(...known),
    shape: headCut || circumstances.angle === 'dutch' ? null : rounded(match.off),
  }
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
