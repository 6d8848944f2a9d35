'use client'
import { Link } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { BoardShown } from '@/stores/reads/boardRead'
import { links } from '../shell/links'
import { useMayEdit } from '../shell/useMayEdit'
import { useWords } from '../words/useWords'
import { ArrangeDialog } from './ArrangeDialog'
import { BoardLines } from './BoardLines'
import { BoardTools } from './BoardTools'
import { DragBoard } from './DragBoard'
import { KeysHelp } from './KeysHelp'
import { SelectionBar } from './SelectionBar'
import { filters, fits, groupsOf, linesOf } from './shownScenes'
import { UndoBar } from './UndoBar'
import { useArrange } from './useArrange'
import { useBoard } from './useBoard'
import { useBoardKeys } from './useBoardKeys'
import { useBoardQuery } from './useBoardQuery'
import { useChosen } from './useChosen'
import { useShown } from './useShown'
import { useVerbs } from './useVerbs'
import { useWide } from './useWide'

type Props = { project: string; shown: BoardShown }

// only who opens the table loads it
const SceneTable = lazy(() => import('./table/SceneTable').then((room) => ({ default: room.SceneTable })))

/** The film as cards or as a table. What is shown lives in the address, so every state has a link. */
export const Board = ({ project, shown: first }: Props) => {
  const { say } = useWords()
  const router = useRouter()
  const { scenes, look, put } = useBoard(project, first)
  const { view, show, search, size, sort, set } = useBoardQuery()
  const { shown, under } = useShown(scenes, show, search)
  const ids = useMemo(() => shown.map(({ id }) => id), [shown])
  const { chosen, choose, chooseAll, chooseNone } = useChosen(ids)
  const { measure, wide } = useWide(size)
  const [helps, setHelps] = useState(false)
  const arrange = useArrange(project, look)

  const mayEdit = useMayEdit()
  const fixed = mayEdit ? '' : say('noRight')
  const open = useCallback((id: string) => router.push(links.scene(id)), [router])
  const { onVerb, drop } = useVerbs({ scenes, chosen, want: arrange.want, open, fixed })
  useBoardKeys({ set, help: useCallback(() => setHelps(true), []) })

  const showAll = () => {
    set('show', '')
    set('q', '')
  }
  const counts = useMemo(() => new Map(filters.map((name) => [name, scenes.filter(fits[name]).length])), [scenes])
  const lines = useMemo(() => linesOf(groupsOf(shown), wide), [shown, wide])
  const waiting = useMemo(() => scenes.filter((scene) => !scene.locked && (fits.ready(scene) || fits.stale(scene))), [scenes])
  const picked = useMemo(() => (chosen.size > 0 ? scenes.filter(({ id }) => chosen.has(id)) : []), [scenes, chosen])

  const rows =
    view === 'table' ? (
      <Suspense fallback={<p className="bl-empty">{say('loading')}</p>}>
        <SceneTable scenes={shown} chosen={chosen} sort={sort} mayEdit={mayEdit} onSort={(by) => set('sort', by)} onChoose={choose} onAll={chooseAll} onNone={chooseNone} onSaved={put} look={look} />
      </Suspense>
    ) : (
      <DragBoard scenes={scenes} chosen={chosen} disabled={!mayEdit} onDrop={drop}>
        <BoardLines lines={lines} wide={wide} total={scenes.length} chosen={chosen} fixed={fixed} onChoose={choose} onAll={chooseAll} onNone={chooseNone} onVerb={onVerb} />
      </DragBoard>
    )
  if (scenes.length === 0) return <NoScenes project={project} />
  return (
    <div className="bl-board" ref={measure}>
      <BoardTools view={view} show={show} counts={counts} search={search} size={size} set={set} onHelp={() => setHelps(true)} />
      <p className="bl-hidden" role="status">{say('shownOf', { shown: shown.length, total: scenes.length })}</p>
      {arrange.done && <UndoBar done={arrange.done} why={arrange.why} onUndo={arrange.undo} onForget={arrange.forget} />}
      <div {...under}>
        {shown.length === 0 && <NothingFits onAll={showAll} />}
        {shown.length > 0 && rows}
      </div>
      {mayEdit && <SelectionBar project={project} chosen={chosen.size > 0 ? picked : waiting} isChoice={chosen.size > 0} editable={view === 'table'} onClear={chooseNone} onSaved={look} />}
      {arrange.wish && <ArrangeDialog wish={arrange.wish} foretold={arrange.foretold} onWant={arrange.want} onDo={arrange.carryOut} />}
      {helps && <KeysHelp onClose={() => setHelps(false)} />}
    </div>
  )
} // prettier-ignore

const NoScenes = ({ project }: { project: string }) => {
  const { say } = useWords()
  return (
    <p className="bl-empty">
      {say('noScenesYet')} <Link href={links.gather(project)}>{say('toGather')}</Link>
    </p>
  )
}

const NothingFits = ({ onAll }: { onAll: () => void }) => {
  const { say } = useWords()
  return (
    <p className="bl-empty">
      {say('nothingFits')}{' '}
      <button type="button" className="bl-link" onClick={onAll}>
        {say('showAll')}
      </button>
    </p>
  )
}
