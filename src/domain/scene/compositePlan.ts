import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import type { Staging } from './staging'

/** One layer of a picture: what it adds, and the references it is made from (role and name; at most three). */
export type CompositeLayer = {
  index: number
  kind: 'place' | 'person' | 'prop'
  subject: string
  references: { role: 'location' | 'character' | 'prop'; name: string }[]
  /** The staging up to and with this layer. */
  staging: Staging
}

/** Place, then people from far to near, then props that nobody holds. Fails: TOO_MANY_LAYERS, TOO_MANY_REFERENCES. */
export const compositePlan = (staging: Staging, layersMax: number = limits.compositeLayersMax): CompositeLayer[] => {
  const bare: Staging = { ...staging, people: [], props: [] }
  const layers: CompositeLayer[] = [
    {
      index: 0,
      kind: 'place',
      subject: staging.place.name,
      references: [{ role: 'location', name: staging.place.name }],
      staging: bare,
    },
  ]
  const people = [...staging.people].sort((a, b) => Number(a.near) - Number(b.near))
  people.forEach((person, i) => {
    const held = person.holds === '' ? [] : [{ role: 'prop' as const, name: person.holds }]
    layers.push({
      index: layers.length, kind: 'person', subject: person.name,
      references: [{ role: 'character', name: person.name }, ...held],
      staging: { ...bare, people: people.slice(0, i + 1) },
    }) // prettier-ignore
  })
  staging.props.forEach((prop, i) => {
    layers.push({
      index: layers.length, kind: 'prop', subject: prop.noun,
      references: [{ role: 'prop', name: prop.noun }],
      staging: { ...bare, people, props: staging.props.slice(0, i + 1) },
    }) // prettier-ignore
  })
  return checkLayers(layers, layersMax)
}

/** Refuses the 21st layer and the 4th reference by name. */
export const checkLayers = (
  layers: CompositeLayer[],
  layersMax: number = limits.compositeLayersMax,
): CompositeLayer[] => {
  const most = Math.min(layersMax, limits.compositeLayersMax)
  if (layers.length > most)
    throw new StudioError({
      code: 'TOO_MANY_LAYERS',
      what: `The picture would need ${String(layers.length)} layers.`,
      why: `At most ${String(most)} are put on one picture; “${layers[most]?.subject ?? ''}” would be one too many.`,
      fix: 'Take people or props out of the scene, or split it in two.',
      field: 'props',
    })
  for (const layer of layers) checkReferences(layer.subject, layer.references)
  return layers
}

export const checkReferences = (subject: string, references: readonly { name: string }[]): void => {
  const extra = references[limits.compositeReferencesMax]
  if (!extra) return
  throw new StudioError({
    code: 'TOO_MANY_REFERENCES',
    what: `The layer of “${subject}” would be made from ${String(references.length)} references.`,
    why: `At most ${String(limits.compositeReferencesMax)} go into one request beside the current picture; “${extra.name}” is one too many.`,
    fix: 'Remove a reference from the character or the prop.',
  })
}

/** Refuses the 6th take of a layer. */
export const checkTake = (subject: string, take: number, takesMax: number = limits.compositeTakesMax): void => {
  const most = Math.min(takesMax, limits.compositeTakesMax)
  if (take <= most) return
  throw new StudioError({
    code: 'TAKES_USED_UP',
    what: `“${subject}” was made ${String(most)} times and never passed the judges.`,
    why: `At most ${String(most)} takes are made of the same input.`,
    fix: 'Look at the answers of the judges, edit the scene or a reference, then generate the scene again; or overrule a take.',
  })
}
