import type { ContinuityMeter } from '../../spec/continuity'
import { readPicture } from '../judge/looked'
import { lookAround } from './lookAround'
import { figureOfView } from './figureOf'
import { longest, personDrift, type EnrolledView } from './personDrift'
import { picturePrint } from './picturePrint'

/** Enrolled views are looked at in this size: the figure stands about 200 pixels tall. */
const viewLongest = 240
/** A cast of ten, each from six sides; the oldest is looked at again. */
const viewsKept = 64

/** Measures what is drawn: colours of hair, face and costume and the outline of head and shoulders, from pixels alone. */
export const measuredContinuity = (): ContinuityMeter => {
  const views = new Map<string, Promise<EnrolledView | null>>()
  const viewOf = (file: string): Promise<EnrolledView | null> => {
    const known = views.get(file) ?? readView(file)
    views.delete(file) // and put to the end: the first is the one that was not used for longest
    views.set(file, known)
    const [oldest] = views.keys()
    if (views.size > viewsKept && oldest !== undefined) views.delete(oldest)
    known.catch(() => views.delete(file))
    return known
  }
  return {
    measure: async ({ picture, lastFrame, people }, signal) => {
      signal.throwIfAborted()
      const look = lookAround([picture.file, lastFrame.file], people)
      const [first, last] = await Promise.all([look.at(picture.file, longest), look.at(lastFrame.file, longest)])
      const measured = []
      for (const person of people) measured.push(await personDrift(first, person, { look, viewOf }))
      return { people: measured, first: picturePrint(first), last: picturePrint(last) }
    },
  }
}

const readView = async (file: string): Promise<EnrolledView | null> => {
  const picture = await readPicture(file, viewLongest)
  const figure = figureOfView(picture)
  return figure && { picture, figure }
}
