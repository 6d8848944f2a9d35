import type { CharacterLook } from '@/domain/cast/look'
import { textOf } from '@/domain/words'
import { defineStep } from '../defineStep'
import { drawViews, viewRowsOf, type View } from '../qualify/drawViews'
import { assetOfView } from './layerPrompt'

/** Six views for each lasting change of somebody's look, following the front of their first one. Only where a person wants them. */
export const drawVariants = defineStep({
  id: 'scene.draw-variants',
  says: 'Draw the changed looks of a character',
  version: 1,
  slot: 'cpu',
  seconds: 1,
  reads: {
    models: ['image'],
    own: ['cast'],
    character: ['name', 'variants', 'views', 'summary'],
    look: ['styleCapsule', 'negative'],
    prompts: ['character-master', 'character-view', 'view-description', 'negative-list'],
  },
  run: async (values, context) => {
    const { stores, project } = context
    const name = context.input.character ?? ''
    const given = values.own?.[0]?.asset
    const master = given ?? assetOfView(values.character.views, 'front')
    const drawn: { variant: string; views: View[] }[] = []
    for (const { name: variant, look } of (values.character.variants ?? []) as { name: string; look: CharacterLook }[])
      drawn.push({ variant: textOf(variant), views: await drawViews(values, context, { name, look, given, master }) })
    return {
      gives: { variants: drawn.map(({ variant }) => variant) },
      files: drawn.flatMap(({ views }) => views.map(({ asset }) => asset.name)),
      write: async (tx) => {
        const variantViews = []
        for (const { variant, views } of drawn)
          variantViews.push({ variant, views: await viewRowsOf(views, context, tx) })
        const key = { project: project.id, name }
        await stores.library.writeByPipeline(
          { collection: 'characters', key, fields: { variantViews }, agent: 'agent:casting' },
          tx,
        )
      },
    }
  },
})
