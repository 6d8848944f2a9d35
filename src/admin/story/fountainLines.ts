import { RangeSetBuilder, StateEffect, StateField, type Text } from '@codemirror/state'
import {
  Decoration,
  type EditorView,
  gutter,
  GutterMarker,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view'
import { lineLooks, type LineLooks } from '@/domain/screenplay/lineLooks'

const nothing: LineLooks = { kinds: [], numbers: new Map() }
const read = StateEffect.define<LineLooks>()

/** How the lines were read last; while somebody types, the reading follows a moment later. */
const looks = StateField.define<LineLooks>({
  create: ({ doc }) => looksOf(doc),
  update: (value, { effects }) => effects.find((one) => one.is(read))?.value ?? value,
})

const looksOf = (doc: Text): LineLooks => {
  try {
    return lineLooks(doc.toString())
  } catch {
    // what cannot be read is still text
    return nothing
  }
}

const quietMs = 120

/** Reads the text again when the typing pauses. */
const reader = ViewPlugin.fromClass(
  class {
    timer: ReturnType<typeof setTimeout> | null = null
    readonly view: EditorView
    constructor(view: EditorView) {
      this.view = view
    }
    update({ docChanged }: ViewUpdate) {
      if (!docChanged) return
      if (this.timer) clearTimeout(this.timer)
      this.timer = setTimeout(() => this.view.dispatch({ effects: read.of(looksOf(this.view.state.doc)) }), quietMs)
    }
    destroy() {
      if (this.timer) clearTimeout(this.timer)
    }
  },
)

const inline = /\[\[[\s\S]*?\]\]|\*\*\*[^*\n]+\*\*\*|\*\*[^*\n]+\*\*|\*[^*\n]+\*|_[^_\n]+_/g
const markOf = (words: string): string =>
  words.startsWith('[[') ? 'note' : words.startsWith('**') ? 'bold' : words.startsWith('*') ? 'italic' : 'underline'

const decorate = (view: EditorView): DecorationSet => {
  const builder = new RangeSetBuilder<Decoration>()
  const { kinds } = view.state.field(looks)
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at)
      const kind = kinds[line.number - 1]
      if (kind) builder.add(line.from, line.from, Decoration.line({ class: `bl-fountain--${kind}` }))
      for (const { index, 0: words } of line.text.matchAll(inline))
        builder.add(line.from + index, line.from + index + words.length, Decoration.mark({ class: `bl-fountain--${markOf(words)}` }))
      at = line.to + 1
    }
  }
  return builder.finish()
} // prettier-ignore

const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = decorate(view)
    }
    update(update: ViewUpdate) {
      const wasRead = update.startState.field(looks) !== update.state.field(looks)
      if (update.docChanged || update.viewportChanged || wasRead) this.decorations = decorate(update.view)
    }
  },
  { decorations: (one) => one.decorations },
)

class NumberMarker extends GutterMarker {
  readonly number: string
  constructor(number: string) {
    super()
    this.number = number
  }
  override eq(other: NumberMarker) {
    return other.number === this.number
  }
  override toDOM() {
    return document.createTextNode(this.number)
  }
}

/** The number of the scene beside each heading. */
const numbers = gutter({
  class: 'bl-fountain__numbers',
  lineMarker: (view, { from }) => {
    const number = view.state.field(looks).numbers.get(view.state.doc.lineAt(from).number)
    return number === undefined ? null : new NumberMarker(number)
  },
  lineMarkerChange: (update) => update.startState.field(looks) !== update.state.field(looks),
  initialSpacer: () => new NumberMarker('100'),
})

/** Fountain as it is read: coloured lines, and the scenes' numbers in the gutter. */
export const fountainLines = [looks, reader, colours, numbers]
