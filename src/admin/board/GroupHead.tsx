'use client'
import { memo } from 'react'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import { tallyOf, type Group } from './shownScenes'

/** The scene of the screenplay over its cards, with what needs a person first. */
export const GroupHead = memo(({ group, isFirst }: { group: Group; isFirst: boolean }) => {
  const { say } = useWords()
  const { failed, decide, stale, done } = tallyOf(group.scenes)
  return (
    <div role="rowheader" className={isFirst ? 'bl-group__head' : 'bl-group__head bl-group__head--more'}>
      <span className="bl-group__scene">{group.scene}</span>
      <strong className="bl-group__title">{group.heading}</strong>
      {isFirst && (
        <>
          <span className="bl-second">{say('seconds', { seconds: group.seconds.toFixed(1) })}</span>
          <span className="bl-group__tally">
            {failed > 0 && <StatusTag {...statusMeta.flag.failed}>{say('failedCount', { count: failed })}</StatusTag>}
            {decide > 0 && <StatusTag {...statusMeta.flag.decide}>{say('decideCount', { count: decide })}</StatusTag>}
            {stale > 0 && <StatusTag {...statusMeta.flag.stale}>{say('staleCount', { count: stale })}</StatusTag>}
            {done === group.scenes.length && group.scenes.length > 1 && (
              <StatusTag {...statusMeta.scene.completed}>{say('allDone')}</StatusTag>
            )}
          </span>
        </>
      )}
    </div>
  )
})
GroupHead.displayName = 'GroupHead'
