'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'
import { isOver, type RunTold } from './runShape'

/** Figures change at most twice a second. */
const lookAgainMs = 500

type Followed = {
  run: RunTold | null
  /** No such run, or not for whoever asks. */ missing: boolean
  at: number
  look: () => void
}

/** A run as it goes: read whole, and again after what the stream tells. */
export const useRun = (id: string): Followed => {
  const { read, follow } = useStudio()
  const [run, setRun] = useState<RunTold | null>(null)
  const [missing, setMissing] = useState(false)
  const [at, setAt] = useState(() => Date.now())
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const lookNow = useCallback(async () => {
    const told = await read(`/runs/${id}`)
    if (told) setRun(told.answer as RunTold)
    setMissing(!told)
    setAt(told?.at ?? Date.now())
  }, [id, read])
  const look = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = null
      void lookNow()
    }, lookAgainMs)
  }, [lookNow])

  useEffect(() => {
    void lookNow()
    const leave = follow(id, look)
    return () => {
      leave()
      if (timer.current) clearTimeout(timer.current)
      timer.current = null
    }
  }, [id, follow, look, lookNow])

  const going = run !== null && !isOver(run.state)
  useEffect(() => {
    if (!going) return
    const beat = setInterval(look, 5000) // what a lost stream kept back
    return () => clearInterval(beat)
  }, [going, look])
  return { run, missing, at, look }
} // prettier-ignore
