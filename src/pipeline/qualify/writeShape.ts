import { filmBeats } from '@/domain/drama/filmBeats'
import { tensionCurve } from '@/domain/drama/tensionCurve'
import type { SceneDraft } from '@/domain/scene/sceneDraft'
import type { Tx } from '@/stores/controlDb'
import type { StepContext } from '../defineStep'
import { proposeToPerson } from '../proposeToPerson'

const agent = 'agent:story'

/** The shape of the film, written to its story bible: the turns it is built on and its curve of tension. */
export const writeShape =
  (
    { stores, project, inputHash }: Pick<StepContext, 'stores' | 'project' | 'inputHash'>,
    scenes: readonly SceneDraft[],
  ) =>
  async (tx: Tx): Promise<void> => {
    const curve = tensionCurve(scenes)
    const fields = {
      beats: filmBeats(curve),
      tensionCurve: curve.map(({ scenes: of, clip, at, tension, peak }) => ({ scenes: of, clip, at, tension, peak })),
    }
    const collection = 'story-bible'
    const key = { project: project.id }
    const { id, proposals } = await stores.library.writeByPipeline({ collection, key, fields, agent }, tx)
    if (proposals.length > 0)
      await proposeToPerson(stores, { project: project.id, collection, id, name: 'Story bible', proposals }, tx)
    // a document of its own: the world department writes the bible's twin whole
    const twin = { collection: 'story_bible' as const, id: `${id}:shape`, fields, agent, inputHash }
    await stores.qualified.put(project.slug, twin, tx)
  }
