import type { Asked } from './measured'
import { layFiner, layOn, type Overlay } from './overlay'
import { cameraViews, referenceView } from './views'

/** How the empty place lies on its enrolled picture at 160 px, and how well rough and fine edges agree (−2 to 2). */
export type PlaceOverlay = Overlay & { agrees: number }

/** Lays the picture on the enrolled place under the few views a camera of this size, angle and move can have. */
export const placeOverlay = (asked: Asked, reference: string): Promise<PlaceOverlay> => {
  const { file, question, look } = asked
  const { shotSize, angle, movement } = question.circumstances
  return look.seen(`overlay ${look.name(file)} ${look.name(reference)} ${shotSize} ${angle} ${movement}`, () =>
    lay(asked, reference),
  )
}

const lay = async ({ file, question, look }: Asked, reference: string): Promise<PlaceOverlay> => {
  const { shotSize, angle, movement } = question.circumstances
  const { whole } = await look.at(file, 160)
  const from = referenceView(whole)
  const views = cameraViews({ shotSize, angle, movement }, whole)
  const [small, smallOn, large, largeOn] = await Promise.all([
    look.edges(file, 160),
    look.edges(reference, 160),
    look.edges(file, 320),
    look.edges(reference, 320),
  ])
  const rough = layOn(small, smallOn, { views, reference: from })
  const fine = layFiner(large, largeOn, { rough, times: largeOn.width / smallOn.width })
  return { ...rough, agrees: rough.score + fine.score }
}
