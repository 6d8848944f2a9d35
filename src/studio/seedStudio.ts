import type { DefaultPrompt } from '@/domain/prompt/defaultPrompt'
import { defaultPrompts } from '@/domain/prompt/defaultPrompts'
import { variablesOf } from '@/domain/prompt/fillTemplate'
import { describeVariable } from '@/domain/prompt/promptVariables'
import type { Stores } from '@/pipeline/stores'
import { seedModels } from './seedModels'

/** Puts the default templates and the catalogue into a studio. What a person made or edited is never changed. */
export const seedStudio = async ({ library }: Pick<Stores, 'library'>): Promise<void> => {
  await seedPrompts(library)
  await seedModels(library)
}

const seedPrompts = async (library: Stores['library']): Promise<void> => {
  const standing = (await library.find('prompts', {})).filter(({ project }) => !project)
  for (const prompt of defaultPrompts) {
    const known = standing.find(({ slug }) => slug === prompt.slug)
    const fields = promptFields(prompt)
    if (!known) await library.create('prompts', { ...fields, _status: 'published', rev: 1 })
    // still as an older version of the studio shipped it: revision 1 is one that nobody has edited
    else if (known.rev === 1 && known.text !== fields.text)
      await library.update('prompts', { where: { id: known.id, rev: 1 }, data: fields })
  }
}

const promptFields = ({ slug, title, category, template, required, notes }: DefaultPrompt) => ({
  slug, title, category, text: template, notes,
  variables: variablesOf(template).map((name) => ({ name, required: required.includes(name), ...describeVariable(name) })),
}) // prettier-ignore
