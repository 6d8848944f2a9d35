import { z } from 'zod'
import { StudioError } from '@/domain/errors/StudioError'
import { limits } from '@/domain/limits'
import { aspects, frameRates, resolutions } from '@/domain/scene/vocabulary'

/** What a model is chosen for; the keys of a project's model choice. */
export const modelDepartments = ['text', 'image', 'edit', 'vision', 'video', 'speech', 'music'] as const
export type ModelDepartment = (typeof modelDepartments)[number]

/** Where a batch rests: after the stills, until a person approved them, or not before the clips are there. */
export const stopPoints = ['stills', 'clips'] as const
export type StopPoint = (typeof stopPoints)[number]

/** The offline department that needs no key. */
export const previsModel = 'previs'

/** A project's settings; each has a default that works on a bare machine. Money in whole nanodollars. */
export const projectSettingsSchema = z.object({
  aspect: z.enum(aspects).default('16:9'),
  resolution: z.enum(resolutions).default('720p'),
  fps: z.coerce.number().pipe(z.literal(frameRates)).default(24),
  /** BCP 47, "en". */
  language: z.string().min(2).max(35).default('en'),
  /** Seconds the whole film should last; null: as long as the screenplay needs. */
  targetSeconds: z.number().int().min(3).max(36_000).nullable().default(null),
  /** Catalogue slug per department. */
  models: z.partialRecord(z.enum(modelDepartments), z.string().min(1)).default({}),
  /** Takes of one layer before it needs a person; lowers the studio's limit, never raises it. */
  takesMax: z.number().int().min(1).max(limits.compositeTakesMax).default(limits.compositeTakesMax),
  /** Layers of one picture; lowers the studio's limit, never raises it. */
  layersMax: z.number().int().min(1).max(limits.compositeLayersMax).default(limits.compositeLayersMax),
  /** 0: nothing that costs money may be sent. */
  budgetNanodollars: z.number().int().min(0).default(0),
  /** null: stills when it costs money, clips when it is free. */
  until: z.enum(stopPoints).nullable().default(null),
})

export type ProjectSettings = z.infer<typeof projectSettingsSchema>

/** Empty fields of a form are fields nobody chose. */
const chosen = (value: unknown): unknown => {
  if (value === null || value === '') return undefined
  if (typeof value !== 'object' || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, chosen(inner)] as const)
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined))
}

/** Settings as a document, a command or a request has them. Fails: SETTINGS_REFUSED, naming every wrong field. */
export const readProjectSettings = (given: unknown): ProjectSettings => {
  const read = projectSettingsSchema.safeParse(chosen(given ?? {}))
  if (read.success) return read.data
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new StudioError({
    code: 'SETTINGS_REFUSED',
    what: 'The settings of the film cannot be used.',
    why: `${faults.join('; ')}.`,
    fix: 'Change these fields on the project’s Settings tab, or the options of the command.',
    field: `settings.${read.error.issues[0]?.path.join('.') ?? ''}`,
  })
}

/** The catalogue slug a department works with; previs when none was chosen. */
export const modelFor = (settings: ProjectSettings, department: ModelDepartment): string =>
  settings.models[department] ?? previsModel

/** Whether a text model is asked: one is chosen, and there is a budget. Else the departments write by their rules. */
export const asksText = (settings: ProjectSettings): boolean =>
  modelFor(settings, 'text') !== previsModel && settings.budgetNanodollars > 0
