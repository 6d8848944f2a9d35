'use client'
import { useCallback, useEffect, useState } from 'react'
import { useStudio } from '../shell/StudioProvider'

/** A countdown as the server has it; `leftMs` by the server's clock, held while an edited form is open. */
export type Standing = { runId: string; startsAt: string; heldUntil: string | null }
export type Countdown = {
  standing: Standing | null
  /** Whole seconds, rounded up; 0 while it starts. */
  left: number
  held: boolean
  look: () => Promise<void>
}

const lookEveryMs = 3000
const tickMs = 200

/** The countdown of a project, the same in every tab: read from the server, told by the server's clock. */
export const useCountdown = (project: string): Countdown => {
  const { read } = useStudio()
  const [standing, setStanding] = useState<Standing | null>(null)
  const [skew, setSkew] = useState(0)
  const [now, setNow] = useState(() => Date.now())

  const look = useCallback(async () => {
    if (project === '' || document.visibilityState === 'hidden') return
    const told = await read(`/projects/${project}/qualify`)
    if (!told) return
    setSkew(told.at - Date.now())
    setStanding((told.answer as { countdown: Standing | null }).countdown)
  }, [project, read])

  useEffect(() => {
    void look()
    const timer = setInterval(() => void look(), lookEveryMs)
    const wakes = () => void look() // the laptop slept, or the tab was behind another
    document.addEventListener('visibilitychange', wakes)
    window.addEventListener('focus', wakes)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', wakes)
      window.removeEventListener('focus', wakes)
    }
  }, [look])

  useEffect(() => {
    if (!standing) return
    const timer = setInterval(() => setNow(Date.now()), tickMs)
    return () => clearInterval(timer)
  }, [standing])

  const serverNow = now + skew
  const held = standing?.heldUntil !== null && standing !== null && Date.parse(standing.heldUntil) > serverNow
  const left = standing ? Math.max(0, Math.ceil((Date.parse(standing.startsAt) - serverNow) / 1000)) : 0
  return { standing, left, held, look }
}
