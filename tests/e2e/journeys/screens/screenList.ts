import type { Page } from 'playwright-core'

/** Ids of what the screens show. */
export type Shown = {
  film: string
  notes: string
  run: string
  /** A run that is under way. */
  going: string
  scene: string
  character: string
  share: string
  closed: string
}
export type Screen = {
  name: string
  path: string
  /** Something of what it is there for. */
  ready: string
  pose?: (page: Page) => Promise<void>
  /** What it tells is an error or an alert. */
  tellsError?: boolean
}

const press = (name: string | RegExp, then: string) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click()
  await page.locator(then).first().waitFor()
}

/** Every screen of our own, and the state of it that shows most. */
export const screensOf = ({ film, notes, run, going, scene, character, share, closed }: Shown): Screen[] => {
  const project = (tab = '', id = film) => `/admin/collections/projects/${id}${tab}`
  const ofScene = (tab = '') => `/admin/collections/scenes/${scene}${tab}`
  const ofRun = (view: string, id = run) => `/admin/collections/runs/${id}?view=${view}`
  return [
    { name: 'home', path: '/admin', ready: '.bl-card' },
    { name: 'project', path: project(), ready: '.bl-overview' },
    { name: 'project-new', path: '/admin/collections/projects/create', ready: '.doc-header' },
    { name: 'gather', path: project('/gather', notes), ready: '.bl-meter__fill' },
    { name: 'gather-locked', path: project('/gather'), ready: '.bl-meter__fill' },
    { name: 'qualify', path: project('', notes), ready: '.bl-overview', pose: press('Generate Qualified Data', '.bl-dialog .bl-score') },
    { name: 'story', path: project('/story'), ready: '.bl-fountain--scene_heading' },
    { name: 'story-empty', path: project('/story', notes), ready: '.bl-page' },
    { name: 'board', path: project('/board'), ready: '.bl-scene img', pose: (page) => page.getByRole('checkbox', { name: /^Choose / }).first().check() },
    { name: 'board-empty', path: project('/board', notes), ready: '.bl-page .bl-empty' },
    { name: 'board-keys', path: project('/board'), ready: '.bl-scene img', pose: press('Keys of the board', '[role=dialog], dialog') },
    { name: 'table', path: project('/board?view=table'), ready: '.bl-table__row [data-cell]' },
    { name: 'film', path: project('/film'), ready: '.bl-comment' },
    { name: 'film-empty', path: project('/film', notes), ready: '.bl-page .bl-empty' },
    { name: 'film-share', path: project('/film'), ready: '.bl-cut__clip', pose: press('Share…', '.bl-share, .bl-shares') },
    { name: 'costs', path: project('/costs'), ready: '.bl-budget' },
    { name: 'settings', path: project('/settings'), ready: '.bl-model' },
    { name: 'run', path: ofRun('steps'), ready: '.bl-timeline' },
    { name: 'run-scenes', path: ofRun('scenes'), ready: '.bl-timeline' },
    { name: 'run-graph', path: ofRun('graph'), ready: '.bl-graph, .bl-rungraph, svg' },
    { name: 'run-going', path: ofRun('steps', going), ready: '.bl-figure' },
    { name: 'run-going-graph', path: ofRun('graph', going), ready: '.bl-graph, .bl-rungraph, svg' },
    { name: 'scene', path: ofScene(), ready: '.bl-scenepanel img', pose: openDetails },
    { name: 'scene-models', path: ofScene(), ready: '.bl-scenepanel img', pose: paidQuote },
    { name: 'scene-prompt-drawer', path: ofScene(), ready: '.bl-scenepanel img', pose: promptDrawer },
    { name: 'scene-prompt', path: ofScene('/prompt'), ready: '.bl-prompt__text', pose: openDetails },
    { name: 'scene-takes', path: ofScene('/takes'), ready: '.bl-alltakes', pose: openDetails },
    { name: 'scene-compare', path: ofScene(), ready: '.bl-scenepanel img', pose: compare },
    { name: 'activity', path: `/admin/collections/characters/${character}/activity`, ready: '.bl-page .bl-panel' },
    { name: 'all-costs', path: '/admin/costs', ready: '.bl-budget, .bl-costs' },
    { name: 'decisions', path: '/admin/decisions', ready: '.bl-page .bl-panel' },
    { name: 'alerts', path: '/admin/alerts', ready: '.bl-page .bl-panel' },
    { name: 'notifications', path: '/admin/notifications', ready: '.bl-page .bl-panel' },
    { name: 'account', path: '/admin/account', ready: '.doc-header' },
    { name: 'not-found', path: '/admin/nowhere', ready: '.not-found', tellsError: true },
    { name: 'share', path: share, ready: '.remark' },
    { name: 'share-closed', path: closed, ready: 'h1' },
  ]
} // prettier-ignore

const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() =>
    document
      .querySelectorAll<HTMLDetailsElement>('.bl-page details, .bl-scenepanel details')
      .forEach((one) => (one.open = true)),
  )

const paidQuote = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Other models…' }).click()
  await page.locator('.bl-othermodels').getByRole('button', { name: 'draft' }).click()
  await page.getByRole('button', { name: 'Show the price' }).click()
  await page.locator('.bl-othermodels table').first().waitFor()
}
const promptDrawer = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /Layer 2/ }).first().click()
  await page.getByRole('button', { name: 'What it was told' }).first().click()
  await page.locator('.bl-prompt__text').first().waitFor()
} // prettier-ignore
const compare = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: /Layer 2/ })
    .first()
    .click()
  await page.getByLabel('Compare with').selectOption({ index: 1 })
  await page.getByRole('slider', { name: /^Wipe/ }).waitFor()
}
