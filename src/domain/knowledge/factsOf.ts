import { textOf } from '@/domain/words'
import type { Document, Fact } from './fact'
import { personFacts } from './peopleFacts'
import { placeFacts, propFacts } from './thingFacts'
import { bibleFacts, sceneFacts } from './worldFacts'

/** A film's documents, as departments and people have left them. */
export type FilmDocuments = {
  bible: Document
  people: readonly Document[]
  places: readonly Document[]
  props: readonly Document[]
  /** In the order of the film. */
  scenes: readonly Document[]
}

/** Everything the documents say, one fact for each thing said. The same documents give the same facts, in the same order. */
export const factsOf = ({ bible, people, places, props, scenes }: FilmDocuments): Fact[] => {
  const sequences = new Map(scenes.map((scene, i) => [textOf(scene.clipName), Number(scene.sequenceNumber ?? i + 1)]))
  return [
    ...bibleFacts(bible),
    ...people.flatMap(personFacts),
    ...places.flatMap(placeFacts),
    ...props.flatMap((prop) => propFacts(prop, (clip) => sequences.get(clip) ?? null)),
    ...scenes.flatMap(sceneFacts),
  ]
}
