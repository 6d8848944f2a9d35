import { textOf } from '@/domain/words'
import { describeSide } from '@/domain/cast/describeSide'
import { turnaroundViews, type CharacterLook, type TurnaroundView } from '@/domain/cast/look'
import type { Asset } from '@/domain/generation/generationKey'
import { describeLook, describeView } from '@/domain/prompt/describe'
import { fillTemplate } from '@/domain/prompt/fillTemplate'
import { negativesOfReference } from '@/domain/prompt/negatives'
import { referenceWords } from '@/domain/prompt/referenceWords'
import { defineStep, type StepContext, type Values } from '../defineStep'
import { mediaDocument } from '../mediaDocument'
import { negativeListOf } from '../negativeList'
import { drawReference } from './drawReference'

const notInText = 'Not in the text.'

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
    const views: View[] = []
    for (const view of turnaroundViews) views.push(await drawView(values, context, { view, front: views[0]?.asset }))
    const { stores, project, inputHash } = context
    return {
      gives: { views: views.map(({ view, asset }) => ({ view, asset })) },
      files: views.map(({ asset }) => asset.name),
      write: async (tx) => {
        const rows = []
        for (const { view, asset, description, prompt } of views) {
          const media = await mediaDocument(stores, { project: project.id, asset, kind: 'view', alt: description }, tx)
          rows.push({ view, media, sha256: asset.sha256, description, prompt })
        }
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

type View = { view: TurnaroundView; asset: Asset; description: string; prompt: string }

/** One view; it derives from the picture a person gave, else from the front that was drawn first. */
const drawView = async (
  values: Values,
  context: StepContext,
  { view, front }: { view: TurnaroundView; front: Asset | undefined },
): Promise<View> => {
  const name = context.input.character ?? ''
  const given = values.own?.[0]?.asset
  const look = values.character.look as CharacterLook
  const summary = textOf(values.character.summary)
  const first = given ?? front
  const master = first && { name, asset: first }
  const words = {
    name, look: describeLook(look), view: describeView(view), introduced: summary === notInText ? '' : `“${summary}”`,
    references: referenceWords(master ? [{ role: 'character', name }] : [], { onto: false }),
    style: textOf(values.look.styleCapsule),
  } // prettier-ignore
  const prompt = fillTemplate(values.prompts[master ? 'character-view' : 'character-master'] ?? '', words)
  const description = fillTemplate(values.prompts['view-description'] ?? '', {
    ...words,
    look: describeSide(look, view),
  })
  const portrait = given ? { portrait: { sha256: given.sha256, name: given.name } } : {}
  const asset = await drawReference(context, {
    what: `${name}, ${describeView(view)}`,
    prompt,
    negativePrompt: negativeListOf(values, negativesOfReference.view),
    subject: { kind: 'view', name, look, view, ...portrait },
    width: 480,
    height: 720,
    master,
    own: given,
  })
  return { view, asset, prompt, description }
}
