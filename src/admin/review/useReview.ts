'use client'
import { useCallback, useEffect, useState } from 'react'
import type { Named } from '@/domain/review/mentionsIn'
import type { ShownApproval, ShownComment } from '@/domain/review/shown'
import { useStudio } from '../shell/StudioProvider'

export type Review = {
  /** Null: not read yet. */
  comments: ShownComment[] | null
  approvals: ShownApproval[]
  people: Named[]
  /** The last look had no answer. */
  lost: boolean
  look: () => Promise<void>
}

const pageSize = 500
const lookMs = 30_000
type Read = { answer: unknown } | null
const docsOf = (told: Read): unknown[] | null => (told ? (told.answer as { docs: unknown[] }).docs : null)

/** What was said about a film, as it stands and as it changes in other tabs. */
export const useReview = (project: string): Review => {
  const { read, follow } = useStudio()
  const [comments, setComments] = useState<ShownComment[] | null>(null)
  const [approvals, setApprovals] = useState<ShownApproval[]>([])
  const [people, setPeople] = useState<Named[]>([])
  const [lost, setLost] = useState(false)

  const look = useCallback(async () => {
    const [said, answered] = await Promise.all([
      read(`/projects/${project}/comments?limit=${pageSize}`).then(docsOf),
      read(`/projects/${project}/approvals?limit=${pageSize}`).then(docsOf),
    ])
    setLost(!said || !answered)
    if (said) setComments(said as ShownComment[])
    if (answered) setApprovals(answered as ShownApproval[])
  }, [project, read])

  useEffect(() => {
    void look()
    void read(`/projects/${project}/people`).then((told) => setPeople((docsOf(told) ?? []) as Named[]))
    const leave = follow('', ({ data }) => {
      if (data['project'] === project) void look()
    })
    const beat = setInterval(() => void look(), lookMs) // what a lost stream kept back
    return () => {
      leave()
      clearInterval(beat)
    }
  }, [project, read, follow, look])
  return { comments, approvals, people, lost, look }
}
