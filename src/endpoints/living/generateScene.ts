import { mustBeAccepted } from '@/domain/money/quoteNotAccepted'
import { answer, bodyOf, route } from '../asked/route'
import { storesOf } from '../asked/stores'
import { pressedShape } from '../asked/shapes'
import { generateQuote } from '../money/estimate'
import { makeShape, takeModels } from '../press/make'
import { press } from '../press/press'
import { refuseWaitingStills } from '../press/refuseWaitingStills'
import { chosenScenes } from './chosenScenes'
import { sceneOf } from './sceneOf'

/** POST /api/scenes/:id/generate: this scene alone, as its documents stand now. */
export const generateScene = route({
  method: 'post',
  path: '/:id/generate',
  tells: { says: 'Makes one scene.', body: makeShape, keyed: true, ok: 202, gives: pressedShape, errors: [409] },
  handler: async (req) => {
    const { id, project } = await sceneOf(req)
    const body = await bodyOf(req, makeShape)
    const chosen = await chosenScenes(req, project, { scenes: [id] })
    const { quote, until, offered } = await generateQuote(req, project.id, { ...body, scenes: [id] })
    await refuseWaitingStills(req, { project: project.id, quote, until, ...chosen })
    mustBeAccepted(quote, body.accept)
    await takeModels(req, project, { scenes: [id], wish: body.models, offered })
    const options = { ...chosen, until, ...(body.cap === undefined ? {} : { cap: body.cap }) }
    const made = await press(req, project, { kind: 'generate', countdownMs: 0, body: { ...body, scene: id }, options })
    await storesOf(req).quotes.keep(made._id, { project: project.id, by: made.by, quote })
    return answer({ runId: made._id, quote }, 202)
  },
})
