import { textOf } from '@/domain/words'
import { describeSide } from '@/domain/cast/describeSide'
import { turnaroundViews, type CharacterLook, type TurnaroundView } from '@/domain/cast/look'
import type { Asset } from '@/domain/generation/generationKey'
import { describeLook, describeView } from '@/domain/prompt/describe'
import { fillTemplate } from '@/domain/prompt/fillTemplate'
import { negativesOfReference } from '@/domain/prompt/negatives'
import { referenceWords } from '@/domain/prompt/referenceWords'
import type { Tx } from '@/stores/controlDb'
import type { StepContext, Values } from '../defineStep'
import { mediaDocument } from '@/stores/mediaDocument'
import { negativeListOf } from '../negativeList'
import { drawReference } from './drawReference'

const notInText = 'Not in the text.'

export type View = { view: TurnaroundView; asset: Asset; description: string; prompt: string }

/** Whom to draw. `given`: the picture a person gave of them; `master`: what the front follows, else all follow the front. */
type Sitter = { name: string; look: CharacterLook; given: Asset | undefined; master: Asset | undefined }

/** The six views of one look, each following the master picture, or the front that was drawn first. */
export const drawViews = async (values: Values, context: StepContext, sitter: Sitter): Promise<View[]> => {
  const [front, ...sides] = turnaroundViews
  const first = await drawView(values, context, { ...sitter, view: front })
  const master = sitter.master ?? first.asset
  // what is drawn here takes the processor one after the other; what is asked for is under way at once
  if (context.input.by !== undefined)
    return [first, ...(await Promise.all(sides.map((view) => drawView(values, context, { ...sitter, view, master }))))]
  const views: View[] = [first]
  for (const view of sides) views.push(await drawView(values, context, { ...sitter, view, master }))
  return views
}

const drawView = async (
  values: Values,
  context: StepContext,
  { name, look, given, master: first, view }: Sitter & { view: TurnaroundView },
): Promise<View> => {
  const summary = textOf(values.character.summary)
  const master = first && { name, asset: first }
  const words = {
    name, look: describeLook(look), view: describeView(view), introduced: summary === notInText ? '' : `“${summary}”`,
    references: referenceWords(master ? [{ role: 'character', name }] : [], { onto: false }),
    style: textOf(values.look.styleCapsule),
  } // prettier-ignore
  const template = master ? 'character-view' : 'character-master'
  const prompt = fillTemplate(values.prompts[template] ?? '', words)
  const description = fillTemplate(values.prompts['view-description'] ?? '', {
    ...words,
    look: describeSide(look, view),
  })
  const portrait = given ? { portrait: { sha256: given.sha256, name: given.name } } : {}
  const asset = await drawReference(context, {
    what: `${name}, ${describeView(view)}`,
    prompt,
    template,
    negativePrompt: negativeListOf(values, negativesOfReference.view),
    subject: { kind: 'view', name, look, view, ...portrait },
    width: 480,
    height: 720,
    master,
    own: given,
  })
  return { view, asset, prompt, description }
}

/** The views as rows of the Characters document, each picture with its Media document. */
export const viewRowsOf = async (views: readonly View[], { stores, project }: StepContext, tx: Tx) => {
  const rows = []
  for (const { view, asset, description, prompt } of views) {
    const media = await mediaDocument(stores, { project: project.id, asset, kind: 'view', alt: description }, tx)
    rows.push({ view, media, sha256: asset.sha256, description, prompt })
  }
  return rows
}
