'use client'
import { Link } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { links } from '../shell/links'
import { useStudio } from '../shell/StudioProvider'
import { Icon } from '../status/Icon'
import { useWords } from '../words/useWords'

/** Scenes that used up their takes fail alone, and no step is broken by them: a run that is done says so, and leads to them. */
export const FailedScenes = ({ project }: { project: string }) => {
  const { say } = useWords()
  const { read } = useStudio()
  const [count, setCount] = useState(0)
  useEffect(() => {
    const where = `where[project][equals]=${project}&where[status][equals]=failed`
    void read(`/scene-states?${where}&depth=0&limit=1&select[status]=true`).then((told) =>
      setCount((told?.answer as { totalDocs?: number } | undefined)?.totalDocs ?? 0),
    )
  }, [project, read])
  if (count === 0) return null
  return (
    <Link href={`${links.board(project)}?show=failed`} className="bl-button">
      <Icon name="cross" /> {say('scenesFailed', { count })}
    </Link>
  )
}
