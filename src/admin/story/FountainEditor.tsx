'use client'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState } from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import type { StoryScene } from '@/stores/reads/storyRead'
import { fountainLines } from './fountainLines'
import { placesOf, putScenes, sceneAt, scenePlaces } from './scenePlaces'

export type EditorHandle = { goTo: (scene: string) => void; replace: (text: string) => void }
type Props = {
  text: string
  /** They stand beside `text`. */ scenes: readonly StoryScene[]
  label: string
  language: string
  readOnly: boolean
  onType: (text: string) => void
  onScene: (id: string | null) => void
  onSave: () => void
  onReady: (editor: EditorHandle | null) => void
}

const locked = new Compartment()
const lock = (isLocked: boolean) => [EditorState.readOnly.of(isLocked), EditorView.editable.of(!isLocked)]

/** CodeMirror over Fountain. It holds the words itself: `text` is what it begins with. */
export const FountainEditor = (props: Props) => {
  const ground = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const now = useRef(props)
  useEffect(() => {
    now.current = props
  })

  useEffect(() => {
    if (!ground.current) return
    const { text, label, language, readOnly, scenes } = now.current
    const editor = new EditorView({
      parent: ground.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          history(),
          search({ top: true }),
          highlightSelectionMatches(),
          highlightActiveLine(),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, lang: language, spellcheck: 'true', tabindex: '0' }),
          locked.of(lock(readOnly)),
          scenePlaces,
          ...fountainLines,
          keymap.of([
            { key: 'Mod-s', run: () => (now.current.onSave(), true) },
            ...searchKeymap,
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) now.current.onType(update.state.doc.toString())
            if (update.selectionSet || update.docChanged)
              now.current.onScene(sceneAt(update.state, update.state.selection.main.head))
          }),
        ],
      }),
    })
    editor.dispatch({ effects: putScenes.of(placesOf(editor.state, scenes)) })
    view.current = editor
    now.current.onReady(handleOf(editor))
    return () => {
      now.current.onReady(null)
      view.current = null
      editor.destroy()
    }
  }, [])

  const { readOnly, scenes, text } = props
  useEffect(() => view.current?.dispatch({ effects: locked.reconfigure(lock(readOnly)) }), [readOnly])
  useEffect(() => {
    const editor = view.current
    // they were counted in the text that is saved
    if (editor?.state.doc.toString() === text)
      editor.dispatch({ effects: putScenes.of(placesOf(editor.state, scenes)) })
  }, [scenes, text])
  return <div ref={ground} className="bl-fountain" />
}

const handleOf = (editor: EditorView): EditorHandle => ({
  goTo: (scene) => {
    const place = editor.state.field(scenePlaces).find(({ id }) => id === scene)
    if (!place) return
    editor.dispatch({ selection: { anchor: place.from }, effects: EditorView.scrollIntoView(place.from, { y: 'start', yMargin: 40 }) })
    editor.focus()
  },
  replace: (text) => editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } }),
}) // prettier-ignore
