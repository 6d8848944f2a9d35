import { defaultPrompts } from '@/domain/prompt/defaultPrompts'
import { variablesOf } from '@/domain/prompt/fillTemplate'
import { describeVariable } from '@/domain/prompt/promptVariables'
import type { Stores } from '@/pipeline/stores'

/** The free offline models, as the catalogue lists them. */
const previsModels = [
  { slug: 'previs-boards', department: 'image', title: 'Previs boards' },
  { slug: 'previs-layers', department: 'edit', title: 'Previs layers' },
  { slug: 'previs-animatic', department: 'video', title: 'Previs animatic' },
  { slug: 'previs-measure', department: 'vision', title: 'Previs measuring judge' },
  { slug: 'previs-scratch', department: 'speech', title: 'Previs scratch voices' },
  { slug: 'previs-sound', department: 'music', title: 'Previs sound' },
] as const

/** Puts the default templates and the free models into an empty studio. Never changes what is there. */
export const seedStudio = async ({ library }: Pick<Stores, 'library'>): Promise<void> => {
  const prompts = new Set((await library.find('prompts', {})).map(({ slug }) => slug))
  for (const prompt of defaultPrompts.filter((one) => !prompts.has(one.slug))) {
    const { slug, title, category, template, required, notes } = prompt
    const variables = variablesOf(template).map((name) => ({
      name,
      required: required.includes(name),
      ...describeVariable(name),
    }))
    const text = { text: template, variables, notes }
    await library.create('prompts', { slug, title, category, ...text, _status: 'published', rev: 1 })
  }
  const models = new Set((await library.find('models', {})).map(({ slug }) => slug))
  for (const model of previsModels.filter((one) => !models.has(one.slug))) {
    const priceRules = [{ unit: 'call', nanodollars: 0, source: 'Made on this machine.' }]
    await library
      .create('models', { ...model, provider: 'previs', enabled: true, priceRules, rev: 1 })
      .catch(() => undefined) // another program was quicker
  }
}
