/** What a template is for; the tabs of the prompt library. */
export type PromptCategory = 'character' | 'scene' | 'location' | 'props' | 'video' | 'agent'

/** A template the studio ships; each stays editable as a Prompts document. */
export type DefaultPrompt = {
  slug: string
  title: string
  category: PromptCategory
  template: string
  /** Must say something, else the prompt is stopped before it is sent. */
  required: readonly string[]
  /** May be empty: its line is left out. */
  optional: readonly string[]
  /** For people: which step fills it, or which department will. */
  notes: string
}

type Given = Omit<DefaultPrompt, 'template' | 'required' | 'optional'> & {
  lines: readonly string[]
  /** Names parted by blanks. */
  required: string
  optional?: string
}

/** Puts a template together from its lines and its declared variables. */
export const defaultPrompt = ({ lines, required, optional = '', ...rest }: Given): DefaultPrompt => ({
  ...rest,
  template: lines.join('\n'),
  required: namesIn(required),
  optional: namesIn(optional),
})

const namesIn = (list: string): string[] => list.split(' ').filter((name) => name !== '')
