import { angleRows } from '../framingTable'
import type { Circumstances } from '../../spec/vision'
import { addedBetween, sizeOf } from './added'
import { figurePoints, type FigurePoints } from './figurePoints'
import { fitAt, type Fit, type Ground } from './fitAt'
import { fitFigure } from './fitFigure'
import type { Asked } from './measured'
import type { Look, Side } from './openLook'
import { personLight } from './personLight'
import { tallOf } from './tallOf'

/** A person found in a picture by their enrolled view. `likely`: px per height of that view, as the framing says;
 *  `tall`: height of the whole figure, px. */
export type FigureSeen = { fit: Fit; figure: FigurePoints; ground: Ground; likely: number; tall: number; side: Side }

/** A grown-up does not fill the whole of their enrolled picture. */
const roomAround = 1.15

/** Looks for somebody where their layer painted anew. 'nothing': no picture to compare with; 'nobody': nothing came in.
 *  What lies over them by now is not held against where they stand. */
export const figureSeen = async (asked: Asked): Promise<FigureSeen | 'nothing' | 'nobody'> => {
  const { file, question, look } = asked
  const { reference, under, made, circumstances } = question
  if (!reference || !under) return 'nothing'
  const own = made?.file ?? file
  const key = [own, under.file, reference.file].map((one) => look.name(one)).join('|')
  const found = await look.seen(`figure ${key} ${Object.values(circumstances).join(' ')}`, () =>
    find(look, { own, under: under.file, reference: reference.file, circumstances }),
  )
  if (!made || typeof found === 'string') return found
  const ground = { ...found.ground, plane: await look.plane(file, found.side) }
  if (ground.plane.data.length !== found.ground.plane.data.length) return 'nobody'
  return { ...found, ground, fit: fitAt(found.figure, ground, found.fit) }
}

type Search = { own: string; under: string; reference: string; circumstances: Circumstances }

const find = async (look: Look, { own, under, reference, circumstances }: Search): Promise<FigureSeen | 'nobody'> => {
  const { shotSize, angle } = circumstances
  const side: Side = tallOf(shotSize, { width: 16, height: 9 }) < 0.7 ? 640 : 320
  const [before, after, plane, cut] = await Promise.all([
    look.at(under, side),
    look.at(own, side),
    look.plane(own, side),
    look.cut(reference),
  ])
  const added = addedBetween(before, after)
  if (sizeOf(added) < 12) return 'nobody'
  const row = angleRows[angle]
  const ground: Ground = { plane, added, squash: row.squash, roll: (row.roll * Math.PI) / 180 }
  const figure = figurePoints(cut, personLight(circumstances))
  const likely = tallOf(shotSize, after.whole) * row.scale * after.height * roomAround
  const fit = fitFigure(figure, ground, likely)
  return fit ? { fit, figure, ground, likely, side, tall: figure.tall * fit.scale * row.squash } : 'nobody'
}
