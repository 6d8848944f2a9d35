import type { NoticeKind, NoticeLanguage, NoticeVars } from './noticeKind'

/** `title`: one line. `text`: what else there is to say, '' where nothing. Plain text, never HTML. */
export type NoticeText = { title: string; text: string }
type Sentence = { title: string; text: string }

/** `[name]` stands for a value. Of each kind, what is told in the admin and by mail. */
const sentences: Record<NoticeLanguage, Record<NoticeKind, Sentence>> = {
  en: {
    runDone: { title: '[project]: [run] is done', text: '' },
    runFailed: { title: '[project]: a run stopped', text: '[what] [why] [fix]' },
    decision: { title: '[project]: [count] scenes wait for your eyes', text: '' },
    moneyAtRisk: { title: '[project]: money may be lost', text: '[what] [why] [fix]' },
    budgetNear: { title: '[project]: the budget is nearly spent', text: '[used] of [limit] is spent or held back.' },
    alert: { title: '[what]', text: '[why] [fix]' },
    mention: { title: '[by] mentioned you in [where]', text: '[text]' },
    changesRequested: { title: '[by] asks for changes in [where]', text: '[text]' },
  },
  de: {
    runDone: { title: '[project]: [run] ist fertig', text: '' },
    runFailed: { title: '[project]: Ein Lauf ist stehen geblieben', text: '[what] [why] [fix]' },
    decision: { title: '[project]: [count] Szenen warten auf Ihre Augen', text: '' },
    moneyAtRisk: { title: '[project]: Geld kann verloren sein', text: '[what] [why] [fix]' },
    budgetNear: { title: '[project]: Das Budget ist fast verbraucht', text: '[used] von [limit] sind ausgegeben oder zurückgehalten.' },
    alert: { title: '[what]', text: '[why] [fix]' },
    mention: { title: '[by] hat Sie erwähnt in [where]', text: '[text]' },
    changesRequested: { title: '[by] bittet um Änderungen in [where]', text: '[text]' },
  },
} // prettier-ignore

const runs: Record<NoticeLanguage, Record<string, string>> = {
  en: {
    qualify: 'qualifying',
    generate: 'making scenes',
    assemble: 'cutting the film',
    export: 'the hand-off',
    oneOff: 'a picture or clip',
  },
  de: {
    qualify: 'das Qualifizieren',
    generate: 'das Drehen',
    assemble: 'der Schnitt',
    export: 'die Übergabe',
    oneOff: 'ein Bild oder Clip',
  },
}

const one: Record<NoticeLanguage, string> = {
  en: '[project]: a scene waits for your eyes',
  de: '[project]: Eine Szene wartet auf Ihre Augen',
}

/** What a notification says in a language. A value that is not given is left out. */
export const noticeText = (kind: NoticeKind, vars: NoticeVars, language: NoticeLanguage): NoticeText => {
  const { title, text } = sentences[language][kind]
  const run = vars['run'] ?? ''
  const values: NoticeVars = { ...vars, run: runs[language][run] ?? run }
  const single = kind === 'decision' && vars['count'] === '1'
  return { title: filled(single ? one[language] : title, values), text: filled(text, values) }
}

const filled = (sentence: string, vars: NoticeVars): string =>
  sentence.replaceAll(/\[(\w+)\]/g, (_, name: string) => vars[name] ?? '').trim()
