import axe from 'axe-core'
import type { Page } from 'playwright-core'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Waits until a page shows what it has: nothing shimmers or turns, and every picture in view is there (or known to be broken). */
export const settled = async (page: Page, timeout = 30_000): Promise<void> => {
  // a colour on its way from one theme to the other is no fault
  await page.evaluate(() => {
    const still = new CSSStyleSheet()
    still.replaceSync('*, *::before, *::after { transition: none !important }')
    if ('isStill' in globalThis) return
    Object.assign(globalThis, { isStill: true })
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, still]
  })
  await page.waitForFunction(
    () => {
      const seen = (one: Element) => {
        const { top, bottom, width } = one.getBoundingClientRect()
        return width > 0 && bottom > 0 && top < innerHeight
      }
      const waits = [...document.querySelectorAll('.shimmer-effect, .loading-overlay')].some(seen)
      return !waits && document.fonts.status === 'loaded' && [...document.images].filter(seen).every((one) => one.complete)
    },
    undefined,
    { timeout },
  )
  // what was just put in is drawn
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
} // prettier-ignore

/** Markup of Payload 3.90 that no style and no slot reaches: rule → what it looks like. */
const payloadsOwn: Readonly<Record<string, RegExp>> = {
  'list': /doc-tabs__tabs/, // tabs of a document: a list of links without items
  'label-content-name-mismatch': /doc-tab/, // "Versions 2" is named "Versions"
  'button-name': /popup-button|clickable-arrow|date-time-picker__clear|upload-relationship-details|file-details__remove|copy-to-clipboard/, // icons without a name
  'aria-command-name': /collapsible__drag/,
  'scrollable-region-focusable': /doc-controls__content|table-wrap|tabs-field__tabs/,
  'aria-hidden-focus': /(dropdown|clear)-indicator/, // of react-select
  'label': /react-select|rs__input|aria-label=""|class="" type="text"/, // of react-select; a row of a list is chosen; a date
  'nested-interactive': /multi-value|thumbnail-card|dropzone/,
  'target-size': /multi-value|rs__input|array-actions__button|date-time-picker__clear|upload-relationship-details/,
} // prettier-ignore

type Part = {
  include?: string
  exclude?: readonly string[]
}
type Found = { id: string; nodes: { html: string; failureSummary?: string }[] }[]

/** What axe finds by WCAG 2.2 AA in a page or a part of it: a line for each rule, with the first places. */
export const axeFaults = async (page: Page, { include, exclude = [] }: Part = {}): Promise<string[]> => {
  // not as an inline script: the page's own policy forbids those
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe.source)
  const found = await page.evaluate(
    async ({ where, tags }) => {
      const { axe: reader } = globalThis as unknown as { axe: { run: (on: object, how: object) => Promise<{ violations: Found }> } }
      const { violations } = await reader.run(where, { runOnly: tags, resultTypes: ['violations'], preload: false })
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary = '' }) => ({ html, failureSummary })) }))
    },
    { where: { ...(include ? { include: [include] } : {}), exclude: exclude.map((one) => [one]) }, tags: levels },
  )
  return found
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => payloadsOwn[id]?.test(html) !== true) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary.replaceAll(/\s+/g, ' ')}`).join(' | ')}`)
} // prettier-ignore

/** By how many pixels the page is wider than its window, and what sticks out the most; null where it fits. */
export const overflowOf = async (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return null
    const isCut = (one: Element): boolean => {
      for (let above = one.parentElement; above && above !== document.body; above = above.parentElement)
        if (getComputedStyle(above).overflowX !== 'visible') return true
      return false
    }
    const out = [...document.querySelectorAll('body *')]
      .map((one) => ({ one, right: one.getBoundingClientRect().right }))
      .filter(({ one, right }) => right > clientWidth + 1 && !isCut(one))
      .toSorted((a, b) => b.right - a.right)
      .slice(0, 3)
      .map(({ one, right }) => `${one.tagName.toLowerCase()}.${(one.getAttribute('class') ?? '').slice(0, 60)} to ${Math.round(right)}`)
    return `${scrollWidth - clientWidth} px too wide: ${out.join(', ')}`
  }) // prettier-ignore

/** What would make a picture of this page worthless: a picture that is broken, an error that is shown, nothing at all. Null: it is fine. */
export const spoiltBy = async (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const seen = (one: Element) => one.getBoundingClientRect().width > 0
    const broken = [...document.images].find((one) => seen(one) && one.complete && one.naturalWidth === 0)
    if (broken) return `the picture ${broken.src} is broken`
    const error = [...document.querySelectorAll('[role=alert]:not(.bl-alerts *), .toast-error, [data-sonner-toast][data-type=error], .not-found')].find((one) => seen(one) && one.textContent.trim() !== '')
    if (error) return `it says “${error.textContent.trim().slice(0, 120)}”`
    const words = document.body.innerText
    if (/^(Loading|Lädt)/m.test(words)) return 'something is still loading'
    return words.trim().length < 20 ? 'it is empty' : null
  }) // prettier-ignore
