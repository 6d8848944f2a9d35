import { previsModel, type ModelDepartment } from '../project/projectSettings'
import type { ModelChoice } from './chooseModels'

/** Departments whose steps ask paid models; the others work on this machine, whatever is chosen for them. */
export const wiredDepartments: ReadonlySet<ModelDepartment> = new Set([
  'text',
  'image',
  'edit',
  'vision',
  'video',
  'speech',
  'music',
])

/** What is chosen for departments that ask nobody yet; empty when all of it is used. */
export const unwiredIn = (choice: ModelChoice): { department: ModelDepartment; model: string }[] =>
  Object.entries(choice)
    .map(([department, model]) => ({ department: department as ModelDepartment, model }))
    .filter(({ department, model }) => model !== previsModel && !wiredDepartments.has(department))

/** The same choice with previs where nobody else is asked yet. */
export const wiredChoice = (choice: ModelChoice): ModelChoice => ({
  ...choice,
  ...Object.fromEntries(unwiredIn(choice).map(({ department }) => [department, previsModel])),
})
