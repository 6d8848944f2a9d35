import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Offered } from '@/domain/catalogue/chooseModels'
import { sceneModelsWish, type SceneModelsWish } from '@/domain/catalogue/sceneChoice'
import { mustBeAccepted } from '@/domain/money/quoteNotAccepted'
import { projectOf, type AskedProject } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { pressedShape } from '../asked/shapes'
import { assembleQuote } from '../money/assembleQuote'
import { generateQuote } from '../money/estimate'
import { keepSceneModels } from '../money/sceneGroups'
import { chosenScenes, chosenShape, filmedScenes } from '../living/chosenScenes'
import { acceptShape } from './acceptShape'
import { capShape } from './capShape'
import { press, refuseBusy } from './press'
import { refuseWaitingStills } from './refuseWaitingStills'

/** How scenes are made. */
export const makeShape = z.strictObject({
  until: z.enum(['stills', 'clips'], { error: 'must be stills or clips' }).optional(),
  /** Models of the named scenes from now on; null: the project's again. */
  models: sceneModelsWish.optional(),
  accept: acceptShape.optional(),
  cap: capShape.optional(),
})
const generateShape = makeShape.extend(chosenShape)
const assembleShape = z.strictObject({
  scenes: chosenShape.scenes,
  fill: z.enum(['none', 'previs', 'slate'], { error: 'must be none, previs or slate' }).optional(),
  accept: acceptShape.optional(),
})

type Taking = { scenes: readonly string[] | undefined; wish: SceneModelsWish | undefined; offered: Offered }

/** The models scenes shall have stand in their documents before the run is planned; while another is under way nothing is written. */
export const takeModels = async (req: PayloadRequest, project: AskedProject, { scenes, wish, offered }: Taking): Promise<void> => {
  if (wish === undefined || !scenes) return
  if (req.headers.get('idempotency-key') === null) await refuseBusy(req, project, 'generate')
  await keepSceneModels(req, { project: project.id, scenes, wish }, offered)
} // prettier-ignore

/** Every scene, the scenes that are named, or what is stale. Fails: SCENES_REFUSED, NOTHING_STALE. */
export const generate = route({
  method: 'post',
  path: '/:id/generate',
  tells: {
    says: 'Makes every scene, some, or what is stale.',
    body: generateShape,
    keyed: true,
    ok: 202,
    gives: pressedShape,
    errors: [409],
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const body = await bodyOf(req, generateShape)
    const chosen = await chosenScenes(req, project, body)
    const { quote, until, offered } = await generateQuote(req, project.id, { ...body, scenes: chosen.scenes })
    await refuseWaitingStills(req, { project: project.id, quote, until, ...chosen })
    mustBeAccepted(quote, body.accept)
    await takeModels(req, project, { scenes: chosen.scenes, wish: body.models, offered })
    const options = { ...chosen, until, ...(body.cap === undefined ? {} : { cap: body.cap }) }
    const made = await press(req, project, { kind: 'generate', countdownMs: 0, body, options })
    await storesOf(req).quotes.keep(made._id, { project: project.id, by: made.by, quote })
    return answer({ runId: made._id, quote }, 202)
  },
})

export const assemble = route({
  method: 'post',
  path: '/:id/assemble',
  tells: {
    says: 'Cuts the film; music by a paid model is paid here.',
    body: assembleShape,
    keyed: true,
    ok: 202,
    gives: pressedShape,
    errors: [409],
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const body = await bodyOf(req, assembleShape)
    const chosen = body.scenes ? await filmedScenes(req, project, body.scenes) : {}
    const quote = await assembleQuote(req, project.id, body.scenes)
    mustBeAccepted(quote, body.accept)
    const options = { ...chosen, ...(body.fill ? { fill: body.fill } : {}) }
    const made = await press(req, project, { kind: 'assemble', countdownMs: 0, body, options })
    await storesOf(req).quotes.keep(made._id, { project: project.id, by: made.by, quote })
    return answer({ runId: made._id, quote }, 202)
  },
})
