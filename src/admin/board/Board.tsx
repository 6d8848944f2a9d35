'use client'
import { Link } from '@payloadcms/ui'
import { useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import type { BoardScene } from '@/stores/reads/boardRead'
import { links } from '../shell/links'
import { useWords } from '../words/useWords'
import { BoardLines } from './BoardLines'
import { BoardTools } from './BoardTools'
import { SelectionBar } from './SelectionBar'
import { filters, fits, groupsOf, linesOf, says, type Filter } from './shownScenes'
import { useWide } from './useWide'

type Props = { project: string; scenes: BoardScene[] }

const isFilter = (name: string | null): name is Filter => filters.some((one) => one === name)

/** The film as cards. What is shown lives in the address, so every state has a link. */
export const Board = ({ project, scenes }: Props) => {
  const { say } = useWords()
  const router = useRouter()
  const query = useSearchParams()
  const asked = query.get('show')
  const show: Filter = isFilter(asked) ? asked : 'all'
  const search = query.get('q') ?? ''
  const [size, setSize] = useState(6)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { measure, wide } = useWide(size)

  const set = useCallback(
    (name: string, value: string) => {
      const next = new URLSearchParams(query.toString())
      if (value === '') next.delete(name)
      else next.set(name, value)
      router.replace(`?${next.toString()}`, { scroll: false })
    },
    [query, router],
  )
  const toggle = useCallback((id: string) => {
    setChosen((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
  }, [])
  const counts = useMemo(() => new Map(filters.map((name) => [name, scenes.filter(fits[name]).length])), [scenes])
  const lines = useMemo(() => linesOf(groupsOf(scenes.filter((scene) => fits[show](scene) && says(scene, search))), wide), [scenes, show, search, wide])

  const waiting = useMemo(() => scenes.filter((scene) => !scene.locked && (fits.ready(scene) || fits.stale(scene))), [scenes])

  if (scenes.length === 0)
    return (
      <p className="bl-empty">
        {say('noScenesYet')} <Link href={links.gather(project)}>{say('toGather')}</Link>
      </p>
    )
  return (
    <div className="bl-board" ref={measure}>
      <BoardTools show={show} counts={counts} search={search} size={size} onShow={(name) => set('show', name === 'all' ? '' : name)} onSearch={(words) => set('q', words)} onSize={setSize} />
      {lines.length === 0 ? <p className="bl-empty">{say('nothingFits')}</p> : <BoardLines lines={lines} wide={wide} chosen={chosen} onToggle={toggle} />}
      <SelectionBar project={project} chosen={chosen.size > 0 ? scenes.filter(({ id }) => chosen.has(id)) : waiting} isChoice={chosen.size > 0} onClear={() => setChosen(new Set())} />
    </div>
  )
} // prettier-ignore
