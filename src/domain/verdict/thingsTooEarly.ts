import { propIn } from '@/domain/prop/propNouns'
import { asideOf } from '@/domain/story/time/storyDays'
import { whereIs, type Contradiction, type Held } from './judgedScene'

/** A thing is not there before the line that first tells of it. */
export const thingsTooEarly = ({ scene, bible }: Held): Contradiction[] => {
  if (asideOf(scene.heading) !== '') return []
  const said = new Set<string>(propIn(scene.screenplayText).map(({ noun }) => noun))
  return scene.props.flatMap(({ prop }): Contradiction[] => {
    const lines = bible.things.find(({ noun }) => noun === prop)?.evidence ?? []
    const first = [...lines].sort((a, b) => a.sourceLine - b.sourceLine)[0]
    if (!first || first.sourceLine <= scene.toLine) return []
    const evidence = `The ${prop} comes into the story in line ${String(first.sourceLine)} (“${first.words}”); ${whereIs(scene)} has it before.`
    return [{ evidence, written: said.has(prop) }]
  })
}
