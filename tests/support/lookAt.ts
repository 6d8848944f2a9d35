import type { Page } from 'playwright-core'
import { axeFaults, overflowOf, settled, spoiltBy } from './screenHealth'
import { keepScreen } from './keepShot'

/** Colours hang on the theme, sizes and places on the width: axe is asked on the diagonal, `all` rules. */
const looks = {
  'dark wide': { scheme: 'dark', width: 1440, all: true },
  'light wide': { scheme: 'light', width: 1440, all: false },
  'light narrow': { scheme: 'light', width: 390, all: true },
  'dark narrow': { scheme: 'dark', width: 390, all: false },
} as const
/** One of the four ways a page is looked at. */
export type Look = keyof typeof looks
/** For the n-th of many pages alike: each in another look. */
export const lookOf = (n: number): Look => (Object.keys(looks) as Look[])[n % 4] ?? 'dark wide'

type How = {
  name: string
  exclude?: readonly string[]
  /** An alert or an error is what this screen is about. */
  tellsError?: boolean
  /** This look alone, which asks all rules. */
  one?: Look
}

/** A fault that is gone a moment later was the page on its way. */
export const stays = async (fault: () => Promise<string | null>): Promise<string | null> => {
  let found = await fault()
  for (let i = 0; i < 8 && found !== null; i++) {
    await new Promise((done) => setTimeout(done, 250))
    found = await fault()
  }
  return found
}

/** A page in both themes, wide and narrow: what axe finds, what sticks out, what is broken; and a picture of each. */
export const lookAt = async (page: Page, { name, exclude = [], tellsError = false, one }: How): Promise<string[]> => {
  const faults: string[] = []
  const chosen = one ? [{ ...looks[one], all: true }] : Object.values(looks)
  for (const { scheme, width, all } of chosen) {
    await page.setViewportSize({ width, height: width < 768 ? 844 : 900 })
    // all colours hang on this attribute, and the switch in one's account sets nothing else
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.evaluate((theme) => document.documentElement.dataset['theme'] && (document.documentElement.dataset['theme'] = theme), scheme)
    await settled(page)
    const found = [
      ...(all ? await axeFaults(page, { exclude }) : []),
      ...[await stays(() => overflowOf(page)), tellsError ? null : await stays(() => spoiltBy(page))].filter((one) => one !== null),
    ]
    faults.push(...found.map((one) => `${name}, ${scheme} ${width}: ${one}`))
    await keepScreen(page, `${name}-${scheme}-${width}`)
  }
  return faults
} // prettier-ignore
