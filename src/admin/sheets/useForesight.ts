'use client'
import { useConfig, useForm, useFormModified } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Foreseen } from '@/domain/stale/foreseen'
import { askStudio, whyOf } from '../shell/askStudio'
import { changedValues, withLists } from './changedValues'

type Of = { collection: string; id: string; project: string; standing: Readonly<Record<string, unknown>> | null }
/** `asks`: the answer to what was typed last is on its way. `unknown`: nobody answered, or refused to, and said why. */
export type Foresight = { is: 'nothing' | 'asks' } | { is: 'unknown'; why: string } | { is: 'told'; foreseen: Foreseen }

const lookEveryMs = 1000

/** What the form would make stale if it was saved now; asked when the typing rests. */
export const useForesight = ({ collection, id, project, standing }: Of): Foresight => {
  const { getData, getFields } = useForm()
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
      const changes = changedValues(withLists(getData(), getFields()), standing)
      const now = JSON.stringify(changes)
      const rests = now === before
      before = now
      if (!rests || now === asked.current) return
      asked.current = now
      setForesight({ is: now === '{}' ? 'nothing' : 'asks' })
      if (now === '{}') return
      const foreseen = await ask({ collection, id, changes })
      // an answer to what was typed before is no answer
      if (asked.current === now) setForesight(foreseen)
    }
    const timer = setInterval(() => void look(), lookEveryMs)
    return () => clearInterval(timer)
  }, [modified, standing, getData, getFields, ask, collection, id])
  return foresight
}

/** Asked quietly: what a half-written form may mean is no error to be told. */
const useAsk = (project: string) => {
  const { config } = useConfig()
  const path = `${config.routes.api}/projects/${project}/foresee`
  return useCallback(
    async (edit: object): Promise<Foresight> => {
      const answer = await askStudio<Foreseen>(path, { body: edit })
      return answer.is === 'told'
        ? { is: 'told', foreseen: answer.told }
        : { is: 'unknown', why: answer.is === 'refused' ? whyOf(answer.told) : '' }
    },
    [path],
  )
}
