import { z } from 'zod'
import { freeQuote } from '@/domain/money/freeQuote'
import { handoffFormats, handoffInput } from '@/domain/handoff/handoffWish'
import { projectOf } from '../asked/projectOf'
import { answer, bodyOf, route } from '../asked/route'
import { moment, pressedShape } from '../asked/shapes'
import { storesOf } from '../asked/stores'
import { press } from '../press/press'
import { handedFiles, handedShape } from './handed'
import { notAssembled } from './timeline'

const exportShape = z.strictObject({
  formats: z.array(z.enum(handoffFormats)).max(handoffFormats.length).default([]),
  clips: z.boolean().default(false),
  stems: z.boolean().default(false),
  zip: z.boolean().default(false),
}).refine(({ formats, clips, stems }) => formats.length > 0 || clips || stems, {
  error: `name at least one of ${handoffFormats.join(', ')}, or ask for clips or stems`, path: ['formats'],
}) // prettier-ignore

/** POST …/exports: hand-off files of the film as it was cut last. Fails: FILM_NOT_ASSEMBLED. */
export const startExport = route({
  method: 'post',
  path: '/:id/exports',
  tells: {
    says: 'Writes files for editing programs.',
    body: exportShape,
    keyed: true,
    ok: 202,
    gives: pressedShape,
    errors: [409],
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const body = await bodyOf(req, exportShape)
    if (!(await storesOf(req).films.find(project.id))) throw notAssembled(project.title)
    const made = await press(req, project, {
      kind: 'export',
      countdownMs: 0,
      body,
      options: { handoff: handoffInput(body) },
    })
    return answer({ runId: made._id, quote: freeQuote('export', new Date().toISOString()) }, 202)
  },
})

const listedMost = 50

/** The newest hand-offs with their files. */
export const listExports = route({
  method: 'get',
  path: '/:id/exports',
  tells: {
    says: 'The newest hand-offs and their files.',
    ok: 200,
    gives: z.object({
      docs: z.array(z.object({ runId: z.string(), at: moment.nullable(), files: z.array(handedShape) })),
    }),
  },
  handler: async (req) => {
    const project = await projectOf(req)
    const handed = await storesOf(req).handed.of(project.id, listedMost)
    return answer({ docs: handed.map(({ runId, at, files }) => ({ runId, at, files: handedFiles(files) })) })
  },
})
