import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page, PageScreenshotOptions } from 'playwright-core'

const asked = process.env['BACKLOT_SHOTS']
/** Where pictures of all screens are left by every run of the tests. */
const artefacts = join(resolve(process.env['BACKLOT_HOME'] ?? '.backlot'), 'screens')

const take = async (page: Page, folder: string, { name, ...how }: PageScreenshotOptions & { name: string }) => {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, name), caret: 'initial', ...how })
}

/** Keeps a picture of a page for somebody to look at, in the folder BACKLOT_SHOTS names; without one it takes none. */
export const keepShot = async (page: Page, name: string, how: PageScreenshotOptions = {}): Promise<void> => {
  if (asked !== undefined) await take(page, asked, { ...how, name })
}

/** Keeps one look of a screen as an artefact of the run, BACKLOT_HOME/screens; where BACKLOT_SHOTS asks, all of its page. */
export const keepScreen = (page: Page, name: string): Promise<void> =>
  take(page, asked ?? artefacts, { name: `${name}.jpg`, type: 'jpeg', quality: 70, fullPage: asked !== undefined })
