import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { answer, route } from '../asked/route'

const name = 'the-last-ferry.fountain'

/** The example that comes with the studio, to be gathered like any other screenplay. */
export const example = route({
  method: 'get',
  path: '/example',
  tells: {
    says: 'The screenplay of the example film.',
    ok: 200,
    gives: z.object({ name: z.string(), text: z.string().describe('Fountain.') }),
  },
  handler: async ({ payload }) => {
    const { root } = payload.config.custom as { root: string }
    return answer({ name, text: await readFile(join(root, 'examples', 'the-last-ferry', name), 'utf8') })
  },
})
