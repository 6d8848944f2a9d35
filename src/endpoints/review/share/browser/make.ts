type Made = Record<string, string | boolean | number | ((event: Event) => void) | undefined>

/** An element with attributes, listeners (`onClick`) and children; words are always text, never HTML. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Made = {},
  children: (Node | string)[] = [],
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), value)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children)
  return element
}

/** A place in a row of the timeline: from one frame to another of all, as a share of the width. */
export const spanned = (element: HTMLElement, from: number, { to, all }: { to: number; all: number }): HTMLElement => {
  element.style.insetInlineStart = `${((100 * from) / all).toFixed(3)}%`
  if (to > from) element.style.inlineSize = `${((100 * (to - from)) / all).toFixed(3)}%`
  return element
}
