import { defaultPrompt, type DefaultPrompt } from './defaultPrompt'

const brief = [
  'What happens: [action]',
  'Who is seen: [people]',
  'Spoken: [dialogue]',
  'Movement of the camera: [camera_move].',
  'Pace: [pace]',
] // prettier-ignore
const look = [
  'Place: [place], [interior], at [time_of_day], weather [weather].',
  'Air: [atmosphere]',
  'Light: [light]',
  'Lens: [lens]',
] // prettier-ignore
const end =
  'Faces, costumes, things and light stay the same from the first frame to the last; nobody enters or leaves unless the text says so.'
const optional = 'action people dialogue pace atmosphere light lens mood style'

/** The moving picture of a scene. */
export const videoPrompts: readonly DefaultPrompt[] = [
  defaultPrompt({
    slug: 'scene-video',
    title: 'Moving picture from a first frame',
    category: 'video',
    notes: 'The picture both judges passed is the first frame.',
    required: 'seconds camera camera_move place interior time_of_day weather',
    optional,
    lines: [
      'One continuous take of [seconds] seconds without a cut. It begins exactly with the given first frame: [camera].',
      ...brief,
      ...look,
      'Mood: [mood]',
      `Continuity: the first frame decides everything that is seen. ${end}`,
      'Style: [style]',
    ],
  }),
  defaultPrompt({
    slug: 'scene-video-between',
    title: 'Moving picture between two frames',
    category: 'video',
    notes:
      'For models that take a last frame too: the scene ends on the first frame of the next one. No step asks for it yet.',
    required: 'seconds camera camera_move place interior time_of_day weather',
    optional,
    lines: [
      'One continuous take of [seconds] seconds without a cut. It begins exactly with the first given frame and ends exactly with the second: [camera].',
      ...brief,
      ...look,
      'Mood: [mood]',
      `Continuity: move from the one frame to the other by the shortest natural way; no dissolve, no jump. ${end}`,
      'Style: [style]',
    ],
  }),
  defaultPrompt({
    slug: 'scene-video-words',
    title: 'Moving picture from words alone',
    category: 'video',
    notes: 'Where no picture passed the judges: the animatic that fills the gap.',
    required: 'seconds camera camera_move composition place interior time_of_day weather',
    optional: `${optional} place_description dressing palette`,
    lines: [
      'One continuous take of [seconds] seconds without a cut: [camera].',
      'Composition: [composition].',
      ...brief,
      ...look,
      'Palette: [palette]',
      'In the screenplay: [place_description]',
      'What stands there: [dressing]',
      'Mood: [mood]',
      `Continuity: ${end}`,
      'Style: [style]',
    ],
  }),
]
