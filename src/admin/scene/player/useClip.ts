'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { frameAt, middleOf } from './timecode'

type Clip = {
  lead: React.RefObject<HTMLVideoElement | null>
  /** The clip that is compared with it, in step. */
  other: React.RefObject<HTMLVideoElement | null>
  frame: number
  last: number
  isPlaying: boolean
  seek: (frame: number) => void
  step: (frames: number) => void
  toggle: () => void
  /** Forward, at twice the speed each time, up to four times. */
  faster: () => void
  backward: () => void
}

const speedMost = 4

/** One clip, or two in step, frame by frame. `fps` must be whole. */
export const useClip = (fps: number, loop: boolean): Clip => {
  const lead = useRef<HTMLVideoElement>(null)
  const other = useRef<HTMLVideoElement>(null)
  const back = useRef(0)
  const [frame, setFrame] = useState(0)
  const [last, setLast] = useState(0)
  const [isPlaying, setPlaying] = useState(false)

  const halt = useCallback(() => {
    cancelAnimationFrame(back.current)
    back.current = 0
    lead.current?.pause()
  }, [])
  const seek = useCallback(
    (to: number) => {
      const clip = lead.current
      if (!clip) return
      halt()
      const end = Math.max(0, frameAt(clip.duration || 0, fps) - 1)
      clip.currentTime = middleOf(Math.min(Math.max(0, to), end), fps)
    },
    [fps, halt],
  )
  const play = useCallback(
    (rate: number) => {
      const clip = lead.current
      if (!clip) return
      halt()
      if (clip.ended) clip.currentTime = 0
      clip.playbackRate = rate
      void clip.play().catch(() => setPlaying(false))
    },
    [halt],
  )
  const backward = useCallback(() => {
    const clip = lead.current
    if (!clip) return
    halt()
    let before = performance.now()
    const run = (now: number) => {
      const to = clip.currentTime - (now - before) / 1000
      before = now
      clip.currentTime = Math.max(0, to)
      back.current = to > 0 ? requestAnimationFrame(run) : 0
      setPlaying(to > 0)
    }
    setPlaying(true)
    back.current = requestAnimationFrame(run)
  }, [halt])

  // what is seen is asked of the clip itself, so that counter, slider and the second clip cannot run ahead of it
  useEffect(() => {
    let tick = 0
    const look = () => {
      const clip = lead.current
      if (clip) {
        setFrame(frameAt(clip.currentTime, fps))
        setLast(Math.max(0, frameAt(clip.duration || 0, fps) - 1))
        if (back.current === 0) setPlaying(!clip.paused && !clip.ended)
        const second = other.current
        if (second && Math.abs(second.currentTime - clip.currentTime) > 0.5 / fps && !second.seeking)
          second.currentTime = Math.min(clip.currentTime, second.duration || 0)
      }
      tick = requestAnimationFrame(look)
    }
    tick = requestAnimationFrame(look)
    return () => {
      cancelAnimationFrame(tick)
      cancelAnimationFrame(back.current)
    }
  }, [fps])
  useEffect(() => {
    if (lead.current) lead.current.loop = loop
  }, [loop])

  return useMemo(
    () => ({
      lead,
      other,
      frame,
      last,
      isPlaying,
      seek,
      step: (frames: number) => seek(frameAt(lead.current?.currentTime ?? 0, fps) + frames),
      toggle: () => (isPlaying ? halt() : play(1)),
      faster: () => play(isPlaying && back.current === 0 ? Math.min(speedMost, (lead.current?.playbackRate ?? 1) * 2) : 1),
      backward,
    }),
    [frame, last, isPlaying, seek, halt, play, backward, fps],
  ) // prettier-ignore
}
