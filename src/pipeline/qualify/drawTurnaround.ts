import type { CharacterLook } from '@/domain/cast/look'
import { defineStep } from '../defineStep'
import { madeBy } from './drawReference'
import { drawViews, viewRowsOf } from './drawViews'

/** Six views of one character, each a picture every later one is held against. */
export const drawTurnaround = defineStep({
  id: 'qualify.draw-turnaround',
  says: 'Draw a character from six sides',
  version: 2,
  slot: 'cpu',
  seconds: 1,
  reads: {
    models: ['image'],
    own: ['cast'],
    character: ['name', 'look', 'summary'],
    look: ['styleCapsule', 'negative'],
    prompts: ['character-master', 'character-view', 'view-description', 'negative-list'],
  },
  run: async (values, context) => {
    const name = context.input.character ?? ''
    const [given] = values.own ?? []
    const { stores, project, inputHash } = context
    const look = values.character.look as CharacterLook
    const views = await drawViews(values, context, { name, look, given: given?.asset, master: given?.asset })
    return {
      gives: { views: views.map(({ view, asset }) => ({ view, asset })), ...madeBy(context) },
      files: views.map(({ asset }) => asset.name),
      write: async (tx) => {
        const rows = await viewRowsOf(views, context, tx)
        const fields = { views: rows, masterReference: given?.media ?? rows[0]?.media }
        const { id } = await stores.library.writeByPipeline(
          { collection: 'characters', key: { project: project.id, name }, fields, agent: 'agent:casting' },
          tx,
        )
        const qualified = {
          name,
          views: views.map(({ view, asset, description }) => ({ view, sha256: asset.sha256, description })),
        }
        await stores.qualified.put(
          project.slug,
          { collection: 'character_360_references', id, fields: qualified, agent: 'agent:casting', inputHash },
          tx,
        )
      },
    }
  },
})
