'use client'
import { useConfig, useForm, useFormModified } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Foreseen } from '@/domain/stale/foreseen'
import { changedValues } from './changedValues'

type Of = { collection: string; id: string; project: string; standing: Readonly<Record<string, unknown>> | null }
/** `asks`: the answer to what was typed last is on its way. `unknown`: nobody answered. */
export type Foresight = { is: 'nothing' | 'asks' | 'unknown' } | { is: 'told'; foreseen: Foreseen }

const lookEveryMs = 1000

/** What the form would make stale if it was saved now; asked when the typing rests. */
export const useForesight = ({ collection, id, project, standing }: Of): Foresight => {
  const { getData } = useForm()
  const modified = useFormModified()
  const ask = useAsk(project)
  const [foresight, setForesight] = useState<Foresight>({ is: 'nothing' })
  const asked = useRef('')
  useEffect(() => {
    if (!modified || !standing) {
      asked.current = ''
      setForesight({ is: 'nothing' })
      return
    }
    let before = ''
    const look = async (): Promise<void> => {
      const changes = changedValues(getData(), standing)
      const now = JSON.stringify(changes)
      const rests = now === before
      before = now
      if (!rests || now === asked.current) return
      asked.current = now
      setForesight({ is: now === '{}' ? 'nothing' : 'asks' })
      if (now === '{}') return
      const foreseen = await ask({ collection, id, changes })
      // an answer to what was typed before is no answer
      if (asked.current === now) setForesight(foreseen ? { is: 'told', foreseen } : { is: 'unknown' })
    }
    const timer = setInterval(() => void look(), lookEveryMs)
    return () => clearInterval(timer)
  }, [modified, standing, getData, ask, collection, id])
  return foresight
}

/** Asked quietly: what a half-written form may mean is no error to be told. */
const useAsk = (project: string) => {
  const { config } = useConfig()
  const path = `${config.routes.api}/projects/${project}/foresee`
  return useCallback(
    async (edit: object): Promise<Foreseen | null> => {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(edit),
        credentials: 'include',
      }).catch(() => null)
      return answer?.ok ? ((await answer.json()) as Foreseen) : null
    },
    [path],
  )
}
