'use client'
import { useCallback, useEffect, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'
import { RequestRows, type RequestRow } from './RequestRows'

const question = 'where[answer][equals]=changes&where[settledAt][exists]=false&depth=0&limit=20'

/** On a scene's page: what reviewers want changed, until it is done. Nothing where nothing is wanted. */
export const SceneRequests = ({ scene }: { scene: string }) => {
  const { say } = useWords()
  const { read, follow } = useStudio()
  const [requests, setRequests] = useState<RequestRow[]>([])
  const look = useCallback(async () => {
    const told = await read(`/approvals?where[scene][equals]=${scene}&${question}`)
    if (told) setRequests((told.answer as { docs: RequestRow[] }).docs)
  }, [read, scene])
  useEffect(() => {
    void look()
    return follow('', () => void look())
  }, [follow, look])
  if (requests.length === 0) return null
  return (
    <section className="bl-alert bl-alert--warning bl-scenerequests" role="status" aria-label={say('requests')}>
      <RequestRows requests={requests} nameOf={() => say('requests')} onSettled={() => void look()} />
    </section>
  )
}
