import type { Tab } from 'payload'
import { file } from '../../fields/relation'

/** What a person brings to a scene; recordings of lines, music and effects stand on the Sound tab. */
export const ownTab: Tab = {
  label: 'Your own',
  admin: { description: 'Empty means: the scene is made by the studio.' },
  fields: [
    file('clip', 'Shown instead of a made one, brought to the length of the scene; its sound is not used.'),
    file('logo', 'Laid over the last seconds of the scene.'),
  ],
}
