import type { CharacterLook, TurnaroundView } from '@/domain/cast/look'
import type { Emotion, Pose } from '@/domain/scene/vocabulary'
import type { Light } from '../light'
import { hash32 } from '../random'
import { costumes } from './costumes'
import { drawLegs, drawNeck, drawSleevedArm, drawTrunk, type Body } from './drawBody'
import { drawHead } from './drawHead'
import { drawChairBack } from './drawSeat'
import { expressions } from './emotions'
import { figureColours } from './figureColours'
import { figureFilters } from './figureFilters'
import { n, point, type Box, type Point } from './geometry'
import { heldBy, placeOf, type Carrier } from './heldBy'
import { boxOf, facePatches, turned } from './figureBoxes'
import type { Skeleton } from './joints'
import { skeletonOf } from './skeleton'
import { trunkOf } from './trunk'

export type FigureRequest = {
  look: CharacterLook
  view: TurnaroundView
  pose: Pose
  emotion: Emotion
  light: Light
  /** 0–7 through one double step; only when walking. */
  walkPhase?: number
  /** 0 closed, 1 half open, 2 open; left out, the feeling shapes the mouth. */
  mouth?: 0 | 1 | 2
  eyes?: 'open' | 'closed'
  /** Noun of what they hold; '' nothing. */
  holds?: string
  /** Almost black, no face: somebody near the lens. */
  silhouette?: boolean
  /** Nothing below this y of the figure will be shown (480 hides the legs, 200 leaves the head): saves drawing them. */
  seenTo?: number
  /** Pixels that 1000 units will have; thins the lit edges of large figures. */
  heightPx: number
}

export type Figure = {
  /** Inner SVG. 1000 units = a grown-up; children are smaller in the same units. Feet at y = 1000, middle at x = 0. */
  svg: string
  /** Everything drawn lies inside. */
  box: Box
  head: { x: number; y: number; r: number }
  /** The patch a speaking mouth changes; null where the face is not seen. */
  mouth: Box | null
  /** The patch a blink changes; null where the face is not seen. */
  eyes: Box | null
  /** The hand that holds. */
  hand: Point
}

const childHeight = 0.64

/** One person as SVG, drawn from stick figure, clothes, head and light. The same request gives the same bytes; ids
 *  begin with a hash of the request, so that any number of figures may share a document. About 0.5 ms. */
export function figureSvg(asked: FigureRequest): Figure {
  const request = asked.pose === 'lie' ? { ...asked, look: bareheaded(asked.look) } : asked
  const { look, light, silhouette = false } = request
  const seen = seenAs(request)
  const { hold, carry, carrier } = heldBy(request)
  const skeleton = skeletonOf({ ...request, view: seen.view, walkPhase: request.walkPhase ?? 0, carry })
  const place = placeOf(skeleton, carrier, carry)
  const body = dressed({ request, skeleton, side: seen.lies ? 1 : light.sunSide * seen.flip, size: seen.size })
  const thing = hold?.draw({ ...place, mirrored: seen.flip < 0, silhouette }) ?? ''
  const drawn = assembled(body, { request, carrier, thing, seenTo: seen.ownY(request.seenTo ?? 1000) })
  const box = boxOf(skeleton, look, hold?.reach(place) ?? [])
  return {
    svg: `<defs>${body.filters.defs}</defs><g transform="${seen.matrix}">${drawn}</g>`,
    box: turned(box, seen.toPicture),
    head: { ...seen.toPicture(skeleton.head), r: 78 * skeleton.headScale * seen.size },
    ...facePatches(skeleton, silhouette, seen.toPicture),
    hand: seen.toPicture(place.at),
  }
}

/** How the drawing of a grown-up who faces right becomes this person: flipped for left views, smaller for a child, laid
 *  on the back with the face up for who lies. */
function seenAs({ look, view: asked, pose }: FigureRequest) {
  const lies = pose === 'lie'
  const view = lies ? (lyingViews[asked] ?? asked) : asked
  const flip = view === 'left_side' || view === 'three_quarter_left' ? -1 : 1
  const size = look.age === 'child' ? childHeight : 1
  if (lies) {
    const floor = 1000 - 82 * size
    return {
      flip,
      size,
      view,
      lies,
      matrix: `matrix(0 ${n(-size)} ${n(flip * size)} 0 ${n(-500 * flip * size)} ${n(floor)})`,
      toPicture: ({ x, y }: Point): Point => point((y - 500) * flip * size, floor - x * size),
      ownY: () => 1000,
    }
  }
  return {
    flip,
    size,
    view,
    lies,
    matrix: `matrix(${n(flip * size)} 0 0 ${n(size)} 0 ${n(1000 - 1000 * size)})`,
    toPicture: ({ x, y }: Point): Point => point(x * size * flip, 1000 - (1000 - y) * size),
    ownY: (y: number) => 1000 - (1000 - y) / size,
  }
}

/** A brim does not fit between a head and the ground. */
const bareheaded = (look: CharacterLook): CharacterLook => (look.hat === 'brimmed' ? { ...look, hat: 'none' } : look)

/** Who lies is seen from the side. */
const lyingViews: Partial<Record<TurnaroundView, TurnaroundView>> = { front: 'three_quarter_right', back: 'right_side' }

function dressed({
  request,
  skeleton,
  side,
  size,
}: {
  request: FigureRequest
  skeleton: Skeleton
  side: number
  size: number
}): Body {
  const { look, light, silhouette = false, heightPx } = request
  const id = `f${hash32(JSON.stringify(request)).toString(36)}`
  return {
    id,
    side,
    look,
    skeleton,
    silhouette,
    trunk: trunkOf(skeleton, costumes[look.costume]),
    colours: figureColours(look, light, silhouette),
    filters: figureFilters({ id, light, side, heightPx: heightPx * size, headScale: skeleton.headScale, silhouette }),
  }
}

type Staged = { request: FigureRequest; carrier: Carrier; thing: string; seenTo: number }

/** All parts from back to front. */
function assembled(body: Body, { request, carrier, thing, seenTo }: Staged): string {
  const { skeleton } = body
  const expression = expressions[request.emotion]
  const face = {
    id: body.id,
    look: body.look,
    form: skeleton.form,
    colours: body.colours,
    expression,
    mouth: request.mouth,
    closed: request.eyes === 'closed',
  }
  const head = drawHead({ ...body, kind: skeleton.kind, form: skeleton.form, face })
  const at = headTransform(skeleton, expression.bow)
  const hairBehind = head.behind ? `<g ${at}>${head.behind}</g>` : ''
  const [far, near] = skeleton.arms
  const arms = [
    { behind: far.behind, svg: () => drawSleevedArm(body, far, carrier === 'far' ? thing : '') },
    { behind: near.behind, svg: () => drawSleevedArm(body, near, carrier === 'near' ? thing : '') },
  ].filter(() => seenTo > skeleton.spine(212).y)
  const armsDrawn = (behind: boolean) => arms.map((arm) => (arm.behind === behind ? arm.svg() : '')).join('')
  // From the front long hair falls behind the shoulders, from anywhere else over them.
  const fromFront = skeleton.kind === 'front'
  return (
    (fromFront ? hairBehind : '') +
    armsDrawn(true) +
    (seenTo > skeleton.spine(470).y ? drawLegs(body) : '') +
    drawNeck(body) +
    drawTrunk(body) +
    drawChairBack({ skeleton, filters: body.filters, wood: body.colours.wood }) +
    (fromFront ? '' : hairBehind) +
    `<g ${at}>${head.front}</g>` +
    armsDrawn(false)
  )
}

/** The head on its neck, bowed by the feeling (which hardly shows from the front). */
function headTransform({ head, headScale, form, kind, sin }: Skeleton, bow: number): string {
  const degrees = bow * (kind === 'front' || kind === 'back' ? 0.3 : 1)
  return `transform="translate(${n(head.x)} ${n(head.y)}) rotate(${n(degrees)} ${n(-8 * sin)} ${n(60 * headScale)}) scale(${n(headScale * form.x)} ${n(headScale * form.y)})"`
}
