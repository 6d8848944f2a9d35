'use client'
import { useEffect, useId, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'

type Found = { id: string; clipName?: string | null; project?: { title?: string } | string | null }
type Props = { /** Of the scene the files are of; '' for all. */ scene: string; onScene: (id: string) => void }

const suggestMost = 20
const settledMs = 300
const fields = 'depth=1&joins=false&select[clipName]=true&select[project]=true'

const nameOf = ({ clipName, project, id }: Found): string =>
  [clipName ?? id, typeof project === 'object' ? project?.title : null].filter(Boolean).join(' · ')

/** Finds a scene by the name of its clip, and shows its files alone. */
export const SceneFilter = ({ scene, onScene }: Props) => {
  const { say } = useWords()
  const { read } = useStudio()
  const [text, setText] = useState('')
  const [found, setFound] = useState<Found[]>([])
  const id = useId()
  useEffect(() => {
    if (scene === '') setText('')
    else void read(`/scenes/${scene}?${fields}`).then((told) => setText(told ? nameOf(told.answer as Found) : ''))
  }, [scene, read])
  const clip = text.split(' · ')[0]?.trim() ?? ''
  useEffect(() => {
    if (clip === '') return
    const timer = setTimeout(() => {
      const where = `where[clipName][like]=${encodeURIComponent(clip)}&where[archived][not_equals]=true`
      void read(`/scenes?${where}&limit=${String(suggestMost)}&sort=clipName&${fields}`).then((told) => setFound((told?.answer as { docs: Found[] } | undefined)?.docs ?? []))
    }, settledMs)
    return () => clearTimeout(timer)
  }, [clip, read])
  const type = (next: string) => {
    setText(next)
    const one = found.find((each) => nameOf(each) === next)
    if (one) onScene(one.id)
    else if (next === '' && scene !== '') onScene('')
  }
  return (
    <label>
      {say('sceneOfFile')}{' '}
      <input type="search" list={id} value={text} placeholder={say('all')} onChange={({ target }) => type(target.value)} />
      <datalist id={id}>
        {found.map((one) => (
          <option key={one.id} value={nameOf(one)} />
        ))}
      </datalist>
    </label>
  )
} // prettier-ignore
