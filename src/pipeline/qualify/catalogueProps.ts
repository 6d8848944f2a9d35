import { defineStep } from '../defineStep'
import { writeBible } from '../writeBible'
import { draftsOf } from './draftsOf'

/** The things that scenes name, with who holds them and where they appear. */
export const catalogueProps = defineStep({
  id: 'qualify.catalogue-props',
  says: 'Catalogue the props',
  version: 1,
  slot: 'free',
  seconds: 0.2,
  reads: { settings: ['fps', 'targetSeconds'], screenplay: true },
  run: (values, { project, stores, inputHash }) => {
    const props = propsOf(draftsOf(values.screenplay.text, project.settings).scenes)
    const documents = props.map(({ noun, owner, scenes }) => ({
      collection: 'props' as const,
      qualified: 'prop_catalog' as const,
      name: noun,
      fields: { noun, kind: 'hand_prop', owner: owner || null, scenes, description: `Named in ${scenes.join(', ')}.` },
    }))
    const write = writeBible(stores, project, { agent: 'agent:art', inputHash, keepOnly: 'props', documents })
    return Promise.resolve({ gives: { props: props.map(({ noun }) => noun) }, write })
  },
})

type NamedProp = { noun: string; owner: string; scenes: string[] }

/** Every prop of the scenes, once, in order of appearance. */
export const propsOf = (
  scenes: readonly { clipName: string; props: readonly { prop: string; heldBy: string }[] }[],
): NamedProp[] => {
  const found = new Map<string, NamedProp>()
  for (const scene of scenes)
    for (const { prop, heldBy } of scene.props) {
      const known = found.get(prop) ?? { noun: prop, owner: '', scenes: [] }
      found.set(prop, {
        noun: prop,
        owner: known.owner || heldBy,
        scenes: [...new Set([...known.scenes, scene.clipName])],
      })
    }
  return [...found.values()]
}
