import type { Page } from 'playwright-core'
import type { Stage } from './setStage'

export type Stop = {
  /** Of its file, docs/pictures/tour/<name>.webp. */
  name: string
  title: string
  /** For somebody who has never seen the studio. */
  caption: string
  /** Where it is, below the address of the studio; a whole address stands for itself. */
  at: (stage: Stage) => string
  /** What must be seen before the picture is taken. */
  shows: string
  scheme?: 'light'
  /** Pixels of the window; 1440 where nothing is said. */
  width?: number
  /** Before it is opened, once it shows, and after its picture. */
  begin?: (stage: Stage) => Promise<unknown>
  pose?: (page: Page) => Promise<void>
  end?: (stage: Stage) => Promise<unknown>
}

/** The film stands at a frame, as for somebody who stopped it there. */
const standAt = async (page: Page, seconds: number): Promise<void> => {
  await page
    .locator('video')
    .first()
    .evaluate((video: HTMLVideoElement, at) => {
      video.preload = 'auto'
      video.currentTime = at
    }, seconds)
  await page.waitForFunction(() => {
    const video = document.querySelector('video')
    return video !== null && !video.seeking && video.readyState >= 3
  })
  await page.waitForTimeout(1000) // the player's ring of loading fades
}

const project = (id: string, tab = '') => `/admin/collections/projects/${id}${tab}`

/** The way of a film through the studio, from the first page to the reviewer’s phone. */
export const stops: readonly Stop[] = [
  {
    name: 'home',
    title: 'Home',
    caption:
      'Every film is a card with its poster and how far it is. Above the cards stands what waits for a person, what is running, and what this month cost.',
    at: () => '/admin',
    shows: '.bl-card img',
  },
  {
    name: 'gather',
    title: 'Gather',
    caption:
      'A film begins with whatever you have: notes, a screenplay, pictures, sound, dropped anywhere on this page. On the right every department says how ready it is, and what you could add to help it most.',
    at: ({ notes }) => project(notes, '/gather'),
    shows: '.bl-bars .bl-meter__fill',
  },
  {
    name: 'countdown',
    title: 'Generate Qualified Data',
    caption:
      'One press turns what was gathered into a cast, places, a look and a scene list. For ten seconds you can still change your mind: the clock runs on the server, and every open tab shows the same one.',
    at: ({ notes }) => project(notes, '/gather'),
    shows: '.bl-dialog .bl-score',
    begin: ({ count }) => count(),
    end: ({ uncount }) => uncount(),
  },
  {
    name: 'story',
    title: 'Story',
    caption:
      'The screenplay stands beside the scenes it makes. Change a line, and before it is saved you read which scenes change their words and which have to be made again.',
    at: ({ film }) => project(film, '/story'),
    shows: '.bl-fountain--scene_heading',
    scheme: 'light',
  },
  {
    name: 'run',
    title: 'A run',
    caption:
      'Everything the studio makes is a run, seen while it goes: which scene was worked on when, what waits for what, and what it costs. A step that fails says why and how to go on.',
    at: ({ run }) => `/admin/collections/runs/${run}`,
    shows: '.bl-timeline',
  },
  {
    name: 'board',
    title: 'Board',
    caption:
      'All scenes as pictures, in the order of the film. Choose some, and the bar below says what making them costs before you press; drag a card to move, split or merge scenes.',
    at: ({ film }) => project(film, '/board'),
    shows: '.bl-scene img',
    pose: async (page) => {
      await page.getByRole('checkbox', { name: /^Choose / }).nth(2).check()
      await page.getByText('Pricing').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'table',
    title: 'Table',
    caption:
      'The same scenes as a table for those who write a lot: fields are changed in place, many at once if you like, by mouse or by keyboard.',
    at: ({ film }) => project(film, '/board?view=table'),
    shows: '.bl-table__row [data-cell]',
    scheme: 'light',
  },
  {
    name: 'scene',
    title: 'A scene',
    caption:
      'On the left its fields, on the right what was made of them: the clip frame by frame, every take, and what the judges were asked and answered. You have the last word: overrule them, or make just this scene again.',
    at: ({ scene }) => `/admin/collections/scenes/${scene}`,
    shows: '.bl-scenepanel img',
  },
  {
    name: 'prompt',
    title: 'Prompt inspector',
    caption:
      'The words every picture was made with. Each coloured value links to where it came from; change one, see the difference, and run only that layer again.',
    at: ({ scene }) => `/admin/collections/scenes/${scene}/prompt`,
    shows: '.bl-prompt__text',
  },
  {
    name: 'film',
    title: 'Film',
    caption:
      'The cut over its timeline: scenes, lines and sound. Remarks are pinned to the frame they are about, and a request for changes leads straight back to its scene.',
    at: ({ film }) => project(film, '/film'),
    shows: '.bl-comment',
    pose: (page) => standAt(page, 18),
  },
  {
    name: 'costs',
    title: 'Costs',
    caption:
      'Drawing in the studio is free; paid models are counted to the last call. Spent, held back and left are always in sight, and nothing is sent that could go past the budget. (The calls of this picture were answered by the local emulators.)',
    at: ({ paid }) => project(paid, '/costs'),
    shows: '.bl-chart svg path',
  },
  {
    name: 'share',
    title: 'A reviewer’s phone',
    caption:
      'A link opens the film, and nothing else, for somebody without a login. They watch, write remarks at a frame and approve; the link ends by itself or when you revoke it.',
    at: ({ share }) => share,
    shows: '.remark',
    width: 390,
    pose: (page) => standAt(page, 18),
  },
] // prettier-ignore
