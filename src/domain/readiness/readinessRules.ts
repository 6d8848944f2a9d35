import type { GatheredFacts } from './gatheredFacts'

type Item = { path: string; what: string; fix: string }
/** `of`: over how many things the rule goes; what it lacks is a part of its points. */
export type Rule = { points: number; lacking: (facts: GatheredFacts) => { lacking: Item[]; of: number } }
type Department = { slug: string; name: string; rules: Rule[] }

/** All or nothing. */
const rule = (points: number, met: (facts: GatheredFacts) => boolean, item: Item): Rule => ({
  points,
  lacking: (facts) => ({ lacking: met(facts) ? [] : [item], of: 1 }),
})

/** A share for each thing that is not described. */
type Sharing = { item: (name: string) => Item; none: Item }
const described = (points: number, list: 'people' | 'places', { item, none }: Sharing): Rule => ({
  points,
  lacking: (facts) =>
    facts[list].length === 0
      ? { lacking: [none], of: 1 }
      : {
          lacking: facts[list].filter((one) => !one.described).map(({ name }) => item(name)),
          of: facts[list].length,
        },
})

const noScene: Item = {
  path: 'screenplay',
  what: 'No scene is gathered.',
  fix: 'Add a screenplay file, or scenes of your own.',
}
const nobody: Item = {
  path: 'characters',
  what: 'Nobody is named.',
  fix: 'Add a character, or a screenplay in which somebody acts or speaks.',
}
const nowhere: Item = {
  path: 'locations',
  what: 'No place is named.',
  fix: 'Add a location, or scene headings such as “INT. KITCHEN - NIGHT”.',
}

/** What each department needs from the gathered material, 100 points each. */
export const readinessRules: Department[] = [
  {
    slug: 'story',
    name: 'Story',
    rules: [
      rule(50, ({ scenes }) => scenes > 0, noScene),
      rule(20, ({ words }) => words >= 25, {
        path: 'screenplay.text',
        what: 'Hardly anything is told.',
        fix: 'Write at least a few sentences of what happens.',
      }),
      rule(20, ({ scenes }) => scenes >= 2, {
        path: 'screenplay.scenes',
        what: 'There is no second scene.',
        fix: 'Add another scene heading, or leave it so for a film of one place.',
      }),
      rule(10, ({ titled }) => titled, { path: 'title', what: 'The film has no title.', fix: 'Give the project one.' }),
    ],
  },
  {
    slug: 'character',
    name: 'Characters',
    rules: [
      rule(60, ({ people }) => people.length > 0, nobody),
      described(40, 'people', {
        none: nobody,
        item: (name) => ({
          path: `characters.${name}.description`,
          what: `Nothing is said of how ${name} looks.`,
          fix: `Write age, build, hair or clothes where ${name} comes in, or add a character entry.`,
        }),
      }),
    ],
  },
  {
    slug: 'world',
    name: 'World',
    rules: [
      rule(50, ({ places }) => places.length > 0, nowhere),
      described(50, 'places', {
        none: nowhere,
        item: (name) => ({
          path: `locations.${name}.description`,
          what: `Nothing is said of ${name}.`,
          fix: 'Begin a scene there with a line of action, or add a location entry.',
        }),
      }),
    ],
  },
  {
    slug: 'visual',
    name: 'Look',
    rules: [
      rule(50, ({ scenes, timed }) => scenes > 0 && timed > 0, {
        path: 'scenes.timeOfDay',
        what: 'No scene says when it is.',
        fix: 'End headings with DAY, NIGHT, DAWN …',
      }),
      rule(25, ({ scenes, timed }) => scenes > 0 && timed >= scenes, {
        path: 'scenes.timeOfDay',
        what: 'Some scenes do not say when they are.',
        fix: 'Give every heading a time of day, or LATER, CONTINUOUS.',
      }),
      rule(15, ({ looks }) => looks, {
        path: 'notes.style',
        what: 'Nothing is said of colours, light or style.',
        fix: 'Add a note on the look, or a picture in the role “style”.',
      }),
      rule(10, ({ weather }) => weather, {
        path: 'scenes.weather',
        what: 'Nothing is said of the weather.',
        fix: 'Mention it in the action of scenes outside.',
      }),
    ],
  },
  {
    slug: 'art',
    name: 'Art',
    rules: [
      rule(50, ({ places }) => places.length > 0, nowhere),
      rule(30, ({ things }) => things.length > 0, {
        path: 'props',
        what: 'Nothing is held or used.',
        fix: 'Name the things that matter in the action, or add a prop.',
      }),
      rule(20, ({ clothes }) => clothes, {
        path: 'characters.clothes',
        what: 'Nothing is said of what anybody wears.',
        fix: 'Mention it where people come in.',
      }),
    ],
  },
  {
    slug: 'sound',
    name: 'Sound',
    rules: [
      rule(60, ({ lines, sounds }) => lines > 0 || sounds, {
        path: 'screenplay.dialogue',
        what: 'Nobody speaks and nothing sounds.',
        fix: 'Write a line, or a sound into the action.',
      }),
      rule(40, ({ places }) => places.length > 0, nowhere),
    ],
  },
  {
    slug: 'production',
    name: 'Production',
    rules: [
      rule(80, ({ scenes }) => scenes > 0, noScene),
      rule(20, ({ titled }) => titled, { path: 'title', what: 'The film has no title.', fix: 'Give the project one.' }),
    ],
  },
]
