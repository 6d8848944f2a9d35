/** The templates a new studio starts with; each stays editable as a Prompts document. */
export type DefaultPrompt = {
  slug: string
  title: string
  category: 'character' | 'scene' | 'location' | 'props' | 'video'
  template: string
}

export const negativeDefault =
  'text, watermark, logo, extra fingers, deformed hands, doubled faces, people who are not named'

export const defaultPrompts: readonly DefaultPrompt[] = [
  {
    slug: 'scene-place',
    title: 'Empty place of a scene',
    category: 'location',
    template: '[place], [interior], [time_of_day], [weather]. [place_description] Empty of people. Framed as [shot_size], [angle]. [style]',
  },
  {
    slug: 'scene-person',
    title: 'One person put into the picture',
    category: 'scene',
    template: 'Add [name], [look], to the picture: [position] of frame, [view], [pose], [emotion]. [holds] Keep everything else exactly as it is. [style]',
  },
  {
    slug: 'scene-prop',
    title: 'One thing put into the picture',
    category: 'props',
    template: 'Add a [prop] to the picture, lit like the place. Keep everything else exactly as it is. [style]',
  },
  {
    slug: 'scene-video',
    title: 'The moving picture of a scene',
    category: 'video',
    template: '[shot_size], [angle], camera [movement]. [place], [time_of_day], [weather]. [action] [dialogue] [seconds] seconds, one continuous take without a cut. [style]',
  },
  {
    slug: 'character-view',
    title: 'One view of a character',
    category: 'character',
    template: 'Full figure of [name], [look], seen from [view], neutral pose, plain warm studio ground, even light. [style]',
  },
  {
    slug: 'location-reference',
    title: 'Reference picture of a place',
    category: 'location',
    template: '[place], [interior]. [place_description] Wide establishing view without people, [time_of_day]. [style]',
  },
  {
    slug: 'prop-reference',
    title: 'Reference picture of a prop',
    category: 'props',
    template: 'A [prop] alone on a plain ground, whole, even light. [style]',
  },
] // prettier-ignore

export const defaultTemplate = (slug: string): string =>
  defaultPrompts.find((prompt) => prompt.slug === slug)?.template ?? ''
