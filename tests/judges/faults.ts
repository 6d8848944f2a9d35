import { hueDistance, hueOf, costumeColors } from '@/domain/cast/chooseLooks'
import { costumes, turnaroundViews, type CharacterLook } from '@/domain/cast/look'
import { knownProps } from '@/domain/prop/propNouns'
import type { StagedPerson, Staging } from '@/domain/scene/staging'
import type { TimeOfDay, Weather } from '@/domain/scene/vocabulary'
import type { PlannedLayer } from '@/pipeline/scene/planShot'
import { whyNot } from '@/pipeline/scene/whyNot'
import { archetypeOf } from '@/providers/previs/plates/archetypeOf'
import { frameStaging } from '@/providers/previs/framing'
import { pick } from '@/providers/previs/random'
import type { QuestionKind } from '@/providers/spec/vision'
import { shownBy, type galleryIn } from './gallery'
import { changed, cutFile, laidElsewhere, readPixels } from './pixels'
import type { Shot } from './shots'

type Planting = {
  shot: Shot
  layer: PlannedLayer
  name: string
  gallery: ReturnType<typeof galleryIn>
  draw: () => number
  others: readonly CharacterLook[]
}

/** One kind of fault: the question that owns it, the layers it can be planted in, and the hand that plants it into a file. */
export type Fault = {
  kind: string
  owner: QuestionKind
  fits: (shot: Shot, layer: PlannedLayer) => boolean
  plant: (planting: Planting) => Promise<void>
}

const personOf = ({ plan }: Shot, layer: PlannedLayer): StagedPerson | undefined => {
  const found = layer.kind === 'person' ? plan.staging.people.find(({ name }) => name === layer.subject) : undefined
  return found?.near ? undefined : found
}
const ofPerson = (shot: Shot, layer: PlannedLayer) => personOf(shot, layer) !== undefined
const ofPlace = (_: Shot, { kind }: PlannedLayer) => kind === 'place'
/** Not at somebody's feet, where things are covered. */
const ofProp = ({ plan }: Shot, layer: PlannedLayer) => layer.kind === 'prop' && whyNot(plan, layer, 'prop') === null
const isLast = ({ plan }: Shot, { index }: PlannedLayer) => index === plan.layers.length - 1

/** Draws a layer from another staging than the one that was planned. */
const redrawn = async (
  { shot, layer, name, gallery }: Planting,
  change: (staging: Staging) => Staging,
  shown = shownBy(layer),
) => {
  await gallery.picture(name, change(shot.plan.staging), shown)
}

const withPerson = (planting: Planting, change: (person: StagedPerson) => StagedPerson) =>
  redrawn(planting, (staging) => ({
    ...staging,
    people: staging.people.map((one) => (one.name === planting.layer.subject ? change(one) : one)),
  }))

const asUnder = async ({ shot, layer, name, gallery }: Planting) => {
  const under = shot.standing[layer.index - 1]
  if (under) await gallery.save(name, await readPixels(gallery.file(under.asset.name)))
}

const changedPicture = async (
  { shot, layer, name, gallery }: Planting,
  rule: (channel: number, mean: number) => number,
) => {
  const picture = await readPixels(gallery.file(shot.standing[layer.index]?.asset.name ?? ''))
  const mean = picture.data.reduce((sum, one) => sum + one, 0) / picture.data.length
  await gallery.save(
    name,
    changed(picture, (channel) => rule(channel, mean)),
  )
}

const moved = async (
  planting: Planting,
  how: (head: { x: number; y: number; half: number }, frame: Staging) => { scale: number; x: number; y: number },
) => {
  const { shot, layer, name, gallery } = planting
  const { staging } = shot.plan
  const at = frameStaging(staging).people.find(({ index }) => staging.people[index]?.name === layer.subject)
  if (!at) return
  const [under, over] = await Promise.all([layer.index - 1, layer.index].map((i) => readPixels(gallery.file(shot.standing[i]?.asset.name ?? '')))) // prettier-ignore
  if (!under || !over) return
  const { head } = at
  await gallery.save(name, await laidElsewhere(under, over, { ...how({ x: at.x, y: head.y, half: head.half }, staging), about: { x: at.x, y: head.y } })) // prettier-ignore
}

const day: readonly TimeOfDay[] = ['morning', 'noon', 'afternoon']
const dark: readonly TimeOfDay[] = ['twilight', 'night']
const skies: readonly Weather[] = ['clear', 'rainy', 'stormy', 'snowy']
const falls = (weather: Weather) =>
  weather === 'rainy' || weather === 'stormy' ? 'rain' : weather === 'snowy' ? 'snow' : ''
const otherSet: readonly string[] = [
  'BUS TERMINAL',
  'THRONE HALL',
  'WAREHOUSE',
  'OPEN DESERT',
  'CITY ROOFTOP',
  'ROCKY PEAK',
]

/** Places on the same side of the door that are built from another set: two streets look alike. */
const otherPlaces = ({ film, plan: { staging } }: Shot): string[] => {
  const { interior } = staging.place
  const own = film.shots.filter((one) => one.plan.staging.place.interior === interior).map((one) => one.scene.location)
  const set = archetypeOf(staging.place)
  return [...new Set([...own, ...(interior ? otherSet.slice(0, 3) : otherSet.slice(3))])].filter(
    (name) => archetypeOf({ name, interior, description: '' }) !== set,
  )
}

/** Every kind of fault that can be seen, each planted by its own hand. */
export const faults: readonly Fault[] = [
  {
    kind: 'wrong person', owner: 'person', fits: ofPerson,
    plant: (one) => withPerson(one, (person) => ({ ...person, look: pick(one.others.filter((look) => look.costumeColor !== person.look.costumeColor), one.draw()) })),
  },
  { kind: 'missing person', owner: 'person', fits: ofPerson, plant: asUnder },
  {
    kind: 'extra person', owner: 'count', fits: ofPerson,
    plant: (one) =>
      redrawn(one, (staging) => {
        const look = pick(one.others, one.draw())
        const x = staging.people.some((person) => person.x > 0.55) ? 0.1 + 0.1 * one.draw() : 0.8 + 0.1 * one.draw()
        const extra: StagedPerson = { name: 'A STRANGER', look, x, view: 'front', pose: 'stand', emotion: 'neutral', holds: '', near: false }
        return { ...staging, people: [...staging.people, extra] }
      }, [...shownBy(one.layer), 'A STRANGER']),
  },
  {
    kind: 'wrong costume', owner: 'costume', fits: ofPerson,
    plant: (one) => withPerson(one, (person) => {
      const hue = hueOf(person.look.costumeColor) ?? 0
      const color = pick(costumeColors.filter((other) => hueDistance(hue, hueOf(other) ?? 0) >= 60), one.draw())
      const costume = pick(costumes.filter((other) => other !== person.look.costume), one.draw())
      return { ...person, look: { ...person.look, costume, costumeColor: color } }
    }),
  },
  {
    kind: 'wrong view', owner: 'view', fits: ofPerson,
    plant: (one) => withPerson(one, (person) => ({ ...person, view: pick(turnaroundViews.filter((view) => view !== person.view), one.draw()) })),
  },
  {
    kind: 'wrong side', owner: 'side',
    fits: (shot, layer) => ofPerson(shot, layer) && layer.index === 1 && shot.plan.staging.people.length === 2,
    plant: (one) => redrawn(one, (staging) => ({ ...staging, people: staging.people.map((person) => ({ ...person, x: 1 - person.x })) })),
  },
  {
    kind: 'wrong scale', owner: 'size', fits: ofPerson,
    plant: (one) => moved(one, () => ({ scale: pick([0.4, 0.45, 0.5, 1.9, 2.1, 2.3], one.draw()), x: 0, y: 0 })),
  },
  {
    kind: 'out of frame', owner: 'frame', fits: ofPerson,
    plant: (one) => moved(one, (head, frame) => {
      const over = (0.1 - 0.5 * one.draw()) * head.half
      const way = one.draw()
      if (way < 0.4) return { scale: 1, x: over - head.x, y: 0 }
      return way < 0.8 ? { scale: 1, x: frame.width - over - head.x, y: 0 } : { scale: 1, x: 0, y: over - head.y }
    }),
  },
  {
    kind: 'wrong place', owner: 'place', fits: ofPlace,
    plant: (one) => redrawn(one, (staging) => ({ ...staging, place: { ...staging.place, name: pick(otherPlaces(one.shot), one.draw()), description: '' } })),
  },
  {
    kind: 'wrong time', owner: 'light', fits: ofPlace,
    plant: (one) => redrawn(one, (staging) => ({ ...staging, timeOfDay: pick(dark.includes(staging.timeOfDay) ? day : day.includes(staging.timeOfDay) ? dark : [...day, 'night'], one.draw()) })),
  },
  {
    kind: 'wrong weather', owner: 'weather',
    fits: (shot, layer) => ofPlace(shot, layer) && !shot.plan.staging.place.interior,
    plant: (one) => redrawn(one, (staging) => ({ ...staging, weather: pick(skies.filter((sky) => falls(sky) !== falls(staging.weather)), one.draw()) })),
  },
  { kind: 'missing prop', owner: 'prop', fits: ofProp, plant: asUnder },
  {
    kind: 'wrong prop', owner: 'prop', fits: ofProp,
    plant: (one) => {
      const noun = pick(knownProps.filter((other) => other !== one.layer.subject), one.draw())
      const shown = [...shownBy(one.layer).filter((name) => name !== one.layer.subject), noun]
      return redrawn(one, (staging) => ({ ...staging, props: staging.props.map((prop) => (prop.noun === one.layer.subject ? { ...prop, noun } : prop)) }), shown)
    },
  },
  { kind: 'lost light', owner: 'light', fits: isLast, plant: (one) => changedPicture(one, (channel) => channel * 0.35) },
  { kind: 'flat', owner: 'tones', fits: isLast, plant: (one) => changedPicture(one, (channel, mean) => mean + (channel - mean) * 0.05) },
  { kind: 'black', owner: 'tones', fits: isLast, plant: (one) => changedPicture(one, (channel) => channel * 0.03) },
  {
    kind: 'repeated picture', owner: 'repeat',
    fits: (shot, layer) => isLast(shot, layer) && shot.before !== null,
    plant: async ({ shot, name, gallery }) => {
      const before = shot.before?.standing.at(-1)
      if (before) await gallery.save(name, await readPixels(gallery.file(before.asset.name)))
    },
  },
  {
    kind: 'cut file', owner: 'file', fits: isLast,
    plant: ({ shot, layer, name, gallery, draw }) => cutFile(gallery.file(shot.standing[layer.index]?.asset.name ?? ''), gallery.file(name), pick([0, 0.3, 0.6, 0.9, 0.99], draw())),
  },
] // prettier-ignore
