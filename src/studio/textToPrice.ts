import { planText } from '@/agents/planText'
import { modelOf, type ModelChoice } from '@/domain/catalogue/chooseModels'
import type { CatalogueModel } from '@/domain/catalogue/model'
import type { PlannedCalls } from '@/domain/money/quote'
import { previsModel } from '@/domain/project/projectSettings'
import { draftsOf } from '@/pipeline/qualify/draftsOf'
import type { Project } from '@/pipeline/readDeclared'
import type { Stores } from '@/pipeline/stores'
import { standingAnswers } from '@/stores/paid/standingAnswers'

type Priced = { project: Project; text: string; choice: ModelChoice; models: readonly CatalogueModel[] }

/** What the writing departments still ask a text model about this screenplay; nothing where they write by their rules. */
export const textToPrice = async (
  { library, control }: Pick<Stores, 'library' | 'control'>,
  { project: { id, settings }, text, choice, models }: Priced,
): Promise<PlannedCalls[]> => {
  if (choice.text === previsModel) return []
  return planText(draftsOf(text, settings), {
    model: modelOf(models, choice.text),
    language: settings.language,
    project: id,
    templates: await library.find('prompts', {}),
    standing: standingAnswers(control),
    on: new Date().toISOString().slice(0, 10),
  })
}
