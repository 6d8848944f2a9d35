import type { Page } from 'playwright-core'

const stopsMost = 150

/** Name and role of what has the focus, as somebody who hears the page is told it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const one = document.activeElement
    if (!one) return ''
    const label = one.getAttribute('aria-label') ?? (one as HTMLInputElement).labels?.[0]?.textContent ?? one.textContent
    return label.replaceAll(/\s+/g, ' ').trim()
  }) // prettier-ignore

/** Tab until what has this name has the focus. Fails when it is not among the next 150 stops. */
export const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  const passed: string[] = []
  for (let i = 0; i < stopsMost; i++) {
    const at = await focused(page)
    if (name.test(at)) return
    passed.push(at.slice(0, 40))
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(name)}; it came to ${passed.join(' | ')}`)
}

/** Tab there and press Enter, or another key. */
export const pressAt = async (page: Page, name: RegExp, key = 'Enter'): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.press(key)
}
