import { agentPrompts } from './agentPrompts'
import { departmentPrompts } from './departmentPrompts'
import type { DefaultPrompt } from './defaultPrompt'
import type { DeclaredTemplate } from './fillTemplate'
import { referencePrompts } from './referencePrompts'
import { scenePrompts } from './scenePrompts'
import { videoPrompts } from './videoPrompts'

export const negativeDefault =
  'text, watermark, logo, extra fingers, deformed hands, doubled faces, people who are not named'

/** The templates a new studio starts with. */
export const defaultPrompts: readonly DefaultPrompt[] = [
  ...referencePrompts, ...scenePrompts, ...videoPrompts, ...agentPrompts, ...departmentPrompts,
] // prettier-ignore

const bySlug = new Map(defaultPrompts.map((prompt) => [prompt.slug, prompt]))

/** The template the studio ships under this slug; an empty one when it ships none. */
export const defaultTemplate = (slug: string): DeclaredTemplate => {
  const { template = '', required = [], optional = [] } = bySlug.get(slug) ?? {}
  return { text: template, required, optional }
}
