'use client'
import { useEffect, useState } from 'react'
import type { Quote } from '@/domain/money/quote'
import { useStartedRun } from '../scene/sceneRuns'
import { useStudio } from '../shell/StudioProvider'

export type Quoted = { quote: Quote | null; setQuote: (quote: Quote) => void }

/** What making one scene would cost now; null while it is read. Read again after every press. */
export const useQuote = (scene: string, project: string): Quoted => {
  const { read } = useStudio()
  const started = useStartedRun(scene)
  const [quote, setQuote] = useState<Quote | null>(null)
  useEffect(() => {
    void read(`/projects/${project}/estimate?scenes=${scene}`).then((told) => setQuote((told?.answer as Quote | undefined) ?? null))
  }, [project, scene, read, started])
  return { quote, setQuote }
} // prettier-ignore
