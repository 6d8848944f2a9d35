import type { WordKey } from './en'
import type { StatusKey } from './statusWords'
import { stepsEn } from './stepWords'

export type Vars = Record<string, string | number>
type T = (key: never, vars?: Vars) => string
/** How a screen says things in the language of whoever looks. */
export type Words = {
  language: string
  say: (key: WordKey, vars?: Vars) => string
  status: (key: StatusKey) => string
  /** "qualify.draw-turnaround": Six views. A step without a word keeps its name. */
  step: (name: string) => string
  /** 14:32 */
  time: (at: Date | string) => string
}

export const wordsOf = ({ t, language }: { t: unknown; language: string }): Words => {
  const told = t as T
  return {
    language,
    say: (key, vars) => told(`backlot:${key}` as never, vars),
    status: (key) => told(`backlotStatus:${key}` as never),
    step: (name) => (name in stepsEn ? told(`backlotStep:${name}` as never) : name),
    time: (at) => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(at)),
  }
}
