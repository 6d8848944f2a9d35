'use client'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useStudio, type LiveEvent } from '../shell/StudioProvider'
import { runNews } from './runNews'
import { isOver, type RunTold } from './runShape'

/** What is shown changes at most twice a second. */
const pauseMs = 500
/** So long after an event the run is read again: who works on what is in no event. A long plan is read less often. */
const againMs = (steps: number): number => (steps > 1000 ? 10_000 : 1500)
const lookMs = 5000
const retryMs = 3000

/** Whole nanodollars. */
type RunCost = { spent: number; atRisk: number }
type Followed = {
  run: RunTold | null
  /** No such run, or not for whoever asks. */ missing: boolean
  /** The studio did not answer; it is asked again. */ away: boolean
  at: number
  cost: RunCost | null
  look: () => void
}

/** A run as it goes: read whole once, then its events are folded in, each once; a missing one reads it again. */
export const useRun = (id: string): Followed => {
  const { config } = useConfig()
  const api = config.routes.api
  const { read, follow } = useStudio()
  const [shown, setShown] = useState<{ run: RunTold | null; missing: boolean; away: boolean; at: number }>({ run: null, missing: false, away: false, at: Date.now() })
  const [cost, setCost] = useState<RunCost | null>(null)
  const now = useRef<RunTold | null>(null)
  const skew = useRef(0)
  const drawn = useRef(0)
  const draws = useRef<ReturnType<typeof setTimeout> | null>(null)
  const looks = useRef<ReturnType<typeof setTimeout> | null>(null)

  const draw = useCallback((isNews = true) => {
    draws.current ??= setTimeout(() => {
      draws.current = null
      if (isNews) drawn.current = Date.now() // what is read again holds up no news
      setShown({ run: now.current, missing: false, away: false, at: Date.now() + skew.current })
    }, Math.max(0, drawn.current + pauseMs - Date.now()))
  }, [])
  const lookNow = useCallback(async () => {
    const answer = await fetch(`${api}/runs/${id}`, { credentials: 'include' }).catch(() => null)
    if (answer?.ok) {
      const run = (await answer.json()) as RunTold
      skew.current = (Date.parse(answer.headers.get('Date') ?? '') || Date.now()) - Date.now()
      // an older answer than what the events have told already says nothing new
      if (!now.current || run.seq >= now.current.seq) now.current = run
      draw(false)
      return
    }
    const missing = answer?.status === 404
    setShown((before) => ({ ...before, missing, away: !missing }))
  }, [api, id, draw])
  const look = useCallback(
    (inMs = 0) => {
      looks.current ??= setTimeout(() => {
        looks.current = null
        void lookNow()
      }, inMs)
    },
    [lookNow],
  )
  const lookAtCost = useCallback(
    async (project: string) => {
      const told = await read(`/projects/${project}/costs?by=run`)
      const rows = (told?.answer as { rows?: (RunCost & { key: string })[] } | undefined)?.rows
      if (rows) setCost(rows.find(({ key }) => key === id) ?? { spent: 0, atRisk: 0 })
    },
    [id, read],
  )
  const heard = useCallback(
    (event: LiveEvent) => {
      const run = now.current
      if (!run) return
      if (event.event === 'cost') void lookAtCost(run.project)
      const news = runNews(run, event)
      if (news === 'known') return
      if (news === 'gap') {
        look()
        return
      }
      now.current = news
      draw()
      look(againMs(run.steps.length))
    },
    [draw, look, lookAtCost],
  )
  useEffect(() => {
    void lookNow()
    const leave = follow(id, heard)
    return () => {
      leave()
      for (const timer of [draws, looks]) {
        if (timer.current) clearTimeout(timer.current)
        timer.current = null
      }
    }
  }, [id, follow, heard, lookNow])

  const { run, away } = shown
  const project = run?.project
  useEffect(() => {
    if (project !== undefined) void lookAtCost(project)
  }, [project, lookAtCost])
  const going = run !== null && !isOver(run.state)
  useEffect(() => {
    if (!going && !away) return
    const beat = setInterval(() => look(), away ? retryMs : lookMs) // what a lost stream kept back
    return () => clearInterval(beat)
  }, [going, away, look])
  return { ...shown, cost, look: useCallback(() => look(), [look]) }
} // prettier-ignore
