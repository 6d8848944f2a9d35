import { z } from 'zod'
import { chosenScenes, chosenShape } from '../living/chosenScenes'
import { generateQuote } from '../money/estimate'
import { projectOf } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { quoteShape } from '../asked/shapes'

const askedShape = z.strictObject({ scenes: chosenShape.scenes })

/** POST …/estimate: the quote `generate` would ask to be accepted for these scenes; as many as an address could not hold. */
export const estimateChosen = route({
  method: 'post',
  path: '/:id/estimate',
  tells: {
    says: 'What making these scenes would cost, as generate would ask it; nothing is started.',
    body: askedShape,
    ok: 200,
    gives: quoteShape,
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const { scenes } = await chosenScenes(req, project, await bodyOf(req, askedShape))
    return answer((await generateQuote(req, project.id, { scenes })).quote)
  },
})
