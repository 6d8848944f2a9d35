import { propLives, type PropLife } from '@/domain/art/propLives'
import { setDressingOf } from '@/domain/art/setDressing'
import { sourceText } from '@/domain/art/sourceLine'
import { wardrobeInWords, wardrobeOf } from '@/domain/art/wardrobe'
import { withOwnNouns } from '@/domain/own/ownNouns'
import { daysOfScenes } from '@/domain/story/time/daysOfScenes'
import type { Tx } from '@/stores/controlDb'
import { defineStep, type StepContext } from '../defineStep'
import { writeBible } from '../writeBible'
import { ownNouns } from '../ownMaterial'
import { draftsOf } from './draftsOf'

const agent = 'agent:art'

/** Things, costumes and set dressing: what scenes name, who holds or wears it, in which state, and the lines that say so. */
export const catalogueProps = defineStep({
  id: 'qualify.catalogue-props',
  says: 'Catalogue props, wardrobe and set dressing',
  version: 3,
  slot: 'free',
  seconds: 0.2,
  reads: { settings: ['fps', 'targetSeconds'], screenplay: true, own: ['props', 'product'] },
  run: (values, context) => {
    const given = (values.own ?? []).filter(({ role }) => role === 'product')
    const products = new Set(given.map(({ subject }) => subject))
    const { project, stores, inputHash } = context
    const { scenes: drafted, story } = draftsOf(values.screenplay.text, project.settings)
    const scenes = withOwnNouns(drafted, ownNouns(values.own))
    const source = sourceText(values.screenplay.text)
    const { lives } = propLives(scenes, source)
    const props = writeBible(stores, project, {
      agent,
      inputHash,
      keepOnly: 'props',
      documents: lives.map((life) => ({
        collection: 'props' as const,
        qualified: 'prop_catalog' as const,
        name: life.noun,
        fields: { ...propFields(life), ...(products.has(life.noun) ? { kind: 'product' } : {}) },
      })),
    })
    const { entries } = wardrobeOf(scenes, { source, days: daysOfScenes(scenes, story().days) })
    const wearers = [...new Set(entries.map(({ character }) => character))]
    const { places } = setDressingOf(scenes, source)
    return Promise.resolve({
      gives: { props: lives.map(({ noun }) => noun), wardrobe: entries.length },
      write: async (tx) => {
        await props(tx)
        for (const name of wearers) {
          const own = entries.filter(({ character }) => character === name)
          await addTo(context, { collection: 'characters', name, fields: { wardrobe: wardrobeInWords(own, name) } }, tx)
          await putTwin(context, { id: `wardrobe:${name}`, fields: { character: name, entries: own } }, tx)
        }
        for (const [name, setDressing] of places) {
          await addTo(context, { collection: 'locations', name, fields: { setDressing } }, tx)
          await putTwin(context, { id: `dressing:${name}`, fields: { place: name, setDressing } }, tx)
        }
      },
    })
  },
})

const propFields = ({ noun, owner, scenes, firstScene, lastScene, holders, states, evidence }: PropLife) => ({
  noun, scenes, firstScene, lastScene, holders, states, evidence,
  kind: holders.length > 0 ? 'hand_prop' : 'set_dressing',
  owner: owner || null,
  description: evidence[0] ? `“${evidence[0].words}” (line ${String(evidence[0].sourceLine)})` : `Named in ${firstScene}.`,
}) // prettier-ignore

type Added = { collection: 'characters' | 'locations'; name: string; fields: Record<string, unknown> }

/** Adds fields to a document another department made; one that is not there is not made for it. */
const addTo = async ({ stores, project }: StepContext, { collection, name, fields }: Added, tx: Tx): Promise<void> => {
  const key = { project: project.id, name }
  if (await stores.library.findOne(collection, key, tx))
    await stores.library.writeByPipeline({ collection, key, fields, agent }, tx)
}

const putTwin = (
  { stores, project, inputHash }: StepContext,
  { id, fields }: { id: string; fields: Record<string, unknown> },
  tx: Tx,
): Promise<void> => stores.qualified.put(project.slug, { collection: 'prop_catalog', id, fields, agent, inputHash }, tx)

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
