'use client'
import { Link } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import type { StoryScene } from '@/stores/reads/storyRead'
import { links } from '../shell/links'
import { statusMeta } from '../status/statusMeta'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'

type Props = { scenes: readonly StoryScene[]; here: string | null; onGo: (scene: string) => void }

/** The scenes the words make, in film order. A press leads to the words; the words lead here. */
export const SceneColumn = ({ scenes, here, onGo }: Props) => {
  const { say, status } = useWords()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-current]')
    const box = list.current
    // only this list moves, never the page
    if (row && box) box.scrollTop = row.offsetTop - box.offsetTop - box.clientHeight / 3
  }, [here])
  if (scenes.length === 0) return <p className="bl-empty">{say('noScenesYet')}</p>
  return (
    <ul className="bl-storyscenes" ref={list} aria-label={say('scenesOfStory')}>
      {scenes.map(({ id, clip, scene, heading, title, seconds, status: is, stale }, at) => (
        <li key={id} className={scenes[at - 1]?.scene === scene ? '' : 'bl-storyscenes__first'}>
          {scenes[at - 1]?.scene !== scene && <span className="bl-storyscenes__heading">{`${scene} ${heading}`}</span>}
          <span className="bl-storyscene" {...(here === id ? { 'aria-current': 'true' as const } : {})}>
            <button type="button" onClick={() => onGo(id)} title={say('goToWords', { scene: clip })}>
              <code>{clip}</code> <strong>{title}</strong>
              <span className="bl-second">{say('seconds', { seconds: seconds.toFixed(1) })}</span>
            </button>
            {stale && <StatusTag {...statusMeta.flag.stale}>{status('flag.stale')}</StatusTag>}
            {is === 'failed' && <StatusTag {...statusMeta.flag.failed}>{status('flag.failed')}</StatusTag>}
            <Link href={links.scene(id)} aria-label={say('openScene', { scene: clip })}>
              {say('open')}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  )
} // prettier-ignore
