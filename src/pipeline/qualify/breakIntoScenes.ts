import { sceneQuestions } from '@/agents/scenes'
import { asksText } from '@/domain/project/projectSettings'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import { inTransaction, type Tx } from '@/stores/controlDb'
import { keptFields, type LibraryDocument } from '@/stores/libraryStore'
import { askQuestions, type Asked } from '../askQuestions'
import { defineStep, type Gift, type StepContext, type Values } from '../defineStep'
import { proposeToPerson } from '../proposeToPerson'
import { tellRefused } from '../tellRefused'
import { draftsOf } from './draftsOf'
import { alignedTo, draftedScenes, type DraftedScenes } from './draftedScenes'
import { stillFilled } from './filledScenes'
import { writeShape } from './writeShape'

const agent = 'agent:story'

/** Breaks the screenplay into scene documents of 3–7 s and gives those that continue an old one its identity. Fails: TOO_MANY_SCENES, NOTHING_TO_FILM. */
export const breakScreenplay = defineStep({
  id: 'qualify.break-into-scenes',
  says: 'Break the screenplay into scenes',
  version: 3,
  slot: 'free',
  seconds: 0.5,
  reads: {
    settings: ['fps', 'targetSeconds'],
    screenplay: true,
    look: ['sequences'],
    own: ['clips', 'logo', 'music', 'voices', 'props', 'product'],
    asks: 'agent-scenes',
  },
  run: async (values, context) => {
    const drafts = draftsOf(values.screenplay.text, context.project.settings)
    const asked = await askQuestions(context, { questions: () => sceneQuestions(drafts), values })
    return breakScenes(values, { ...context, asked })
  },
})

/** `asked` null: nobody was asked, and what was written of scenes that go on stays. */
type Breaking = Pick<StepContext, 'project' | 'stores' | 'inputHash' | 'signal'> & { asked: Asked | null }

/** The same outside of a run: when the screenplay was edited as a document. */
export const breakScenes = async (values: Values, context: Breaking): Promise<Gift> => {
  const { stores, project, asked } = context
  const { scenes, drafts, notices, faults, fieldsOf } = draftedScenes(values, { project, asked })
  const ids = await storeScenes({ drafts, fieldsOf }, context)
  const shape = writeShape(context, scenes)
  const refused = [...(asked?.refused ?? []), ...faults]
  const telling = {
    project: project.id,
    what: `Scenes of “${project.title}”`,
    link: '/admin/collections/scenes',
    refused,
  }
  return {
    gives: { scenes: ids, notices: notices.map(({ what }) => what), ...(asked?.by ? { by: asked.by } : {}) },
    write: async (tx) => {
      await shape(tx)
      await asked?.write(tx)
      await tellRefused(stores, telling, tx)
    },
  }
}

const chunkOf = 50

const storeScenes = async (
  { drafts, fieldsOf }: Pick<DraftedScenes, 'drafts' | 'fieldsOf'>,
  context: Breaking,
): Promise<string[]> => {
  const { stores, project } = context
  const standing = await stores.library.find('scenes', { project: project.id }, { sort: 'sequenceNumber' })
  const { idOf, leaves, locked } = alignedTo(standing, drafts)
  const ids: string[] = []
  for (let from = 0; from < drafts.length; from += chunkOf) {
    context.signal.throwIfAborted()
    const part = await inTransaction(stores.control, async (tx) => {
      const written: string[] = []
      for (const [i, draft] of drafts.slice(from, from + chunkOf).entries()) {
        const at = from + i
        written.push(await storeScene(context, { draft, fields: fieldsOf(draft, at), id: idOf(draft, at) }, tx))
      }
      return written
    })
    ids.push(...part)
  }
  await inTransaction(stores.control, async (tx) => {
    for (const id of leaves) await stores.library.update('scenes', { where: { id }, data: { archived: true } }, tx)
    await stores.qualified.keepOnly(project.slug, { collection: 'scene_metadata', ids: [...ids, ...locked] }, tx)
  })
  return ids
}

type Storing = { draft: SceneDraft; fields: Record<string, unknown>; id: string | null }

const storeScene = async (context: Breaking, { draft, fields: drafted, id }: Storing, tx: Tx): Promise<string> => {
  const { stores, project, inputHash, asked } = context
  const { library, qualified } = stores
  const standing = id === null ? null : await library.findOne('scenes', { id }, tx)
  if (standing?.locked === true) return standing.id
  const fields = asked === null && asksText(project.settings) ? stillFilled(drafted, standing) : drafted
  const { id: scene, kept } = await writeScene(context, { standing, fields }, tx)
  const twin = { ...fields, ...kept }
  await qualified.put(
    project.slug,
    { collection: 'scene_metadata', id: scene, fields: twin, agent, inputHash: `${inputHash}:${draft.clipName}` },
    tx,
  )
  if (!standing || !(await library.findOne('scene-states', { scene }, tx)))
    await library.create(
      'scene-states',
      { scene, project: project.id, clipName: draft.clipName, status: 'draft', stale: false },
      tx,
    )
  return scene
}

const writeScene = async (
  context: Breaking,
  { standing, fields }: { standing: LibraryDocument | null; fields: Record<string, unknown> },
  tx: Tx,
): Promise<{ id: string; kept: Record<string, unknown> }> => {
  const { library } = context.stores
  const { project } = context
  if (!standing) {
    const authors = Object.keys(fields).map((field) => ({ field, author: agent, at: new Date() }))
    const made = await library.create('scenes', { project: project.id, ...fields, locked: false, rev: 1, authors }, tx)
    return { id: made.id, kept: {} }
  }
  const { proposals } = await library.writeByPipeline(
    { collection: 'scenes', key: { id: standing.id }, fields, agent },
    tx,
  )
  const name = String(standing.clipName)
  if (proposals.length > 0)
    await proposeToPerson(
      context.stores,
      { project: project.id, collection: 'scenes', id: standing.id, name, proposals },
      tx,
    )
  return { id: standing.id, kept: keptFields(proposals) }
}
