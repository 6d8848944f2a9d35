import { z } from 'zod'
import { staff } from '@/access/roles'
import { toldTake } from '@/domain/takes/toldTake'
import { answer, route } from '../asked/route'
import { sentWith } from './sentWith'
import { takeShape } from './takes'
import { takeInAddress } from './takesOfScene'

const referenceShape = z.object({ role: z.string(), name: z.string(), /** Below /api. */ file: z.string() })

/** GET /api/scenes/:id/takes/:take: what a take was told, as it was sent. */
export const takeTold = route({
  method: 'get',
  path: '/:id/takes/:take',
  only: staff,
  tells: {
    says: 'What one take was told, as it was sent: words, references in order, parameters.',
    ok: 200,
    gives: z.object({
      take: takeShape,
      prompt: z.string(),
      negativePrompt: z.string(),
      seed: z.number().nullable(),
      width: z.number().nullable(),
      height: z.number().nullable(),
      /** The picture it was laid on, or moved. */
      base: z.string().nullable(),
      references: z.array(referenceShape),
      /** What the model could not do as it was wished. */
      adjustments: z.array(z.string()),
    }),
    errors: [403],
  },
  handler: async (req) => {
    const { scene, take, call, calls } = await takeInAddress(req)
    const sent = sentWith(call, calls)
    const told = toldTake(scene.id, take)
    const file = (sha256: string) => `${told.file}?of=${sha256}`
    const { request } = sent
    const base = textIn(request['base']) ?? textIn(request['startPicture'])
    return answer({
      take: told,
      prompt: sent.prompt,
      negativePrompt: textIn(request['negativePrompt']) ?? '',
      seed: figureIn(request['seed']),
      width: figureIn(request['width']),
      height: figureIn(request['height']),
      base: base === null ? null : file(base),
      references: rowsIn(request['references']).map(({ role, name, sha256 }) => ({ role, name, file: file(sha256) })),
      adjustments: (Array.isArray(request['adjustments']) ? request['adjustments'] : []).map(String),
    })
  },
})

const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const figureIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)

type Row = { role: string; name: string; sha256: string }
const rowsIn = (value: unknown): Row[] =>
  (Array.isArray(value) ? (value as Partial<Row>[]) : []).flatMap(({ role = '', name = '', sha256 }) =>
    sha256 ? [{ role, name, sha256 }] : [],
  )
