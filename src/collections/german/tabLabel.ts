type Telling = { t: (key: never) => string }

/** The label of a page of ours above a document, in the language of whoever looks; its words stand with those of the screens. */
export const tabLabel =
  (word: string) =>
  ({ t }: Telling): string =>
    t(`backlot:tab_${word}` as never)
