import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, PageScreenshotOptions } from 'playwright-core'

const folder = process.env['BACKLOT_SHOTS']

/** Keeps a picture of a page for somebody to look at, in the folder BACKLOT_SHOTS names; without one it takes none. */
export const keepShot = async (page: Page, name: string, how: PageScreenshotOptions = {}): Promise<void> => {
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, name), caret: 'initial', ...how })
}
