'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { frameAt, middleOf } from '@/domain/review/frames'

export type Player = {
  video: React.RefObject<HTMLVideoElement | null>
  /** The frame that is shown. */
  frame: number
  playing: boolean
  seek: (frame: number) => void
  step: (by: number) => void
  toggle: () => void
}
type Rated = { fps: number; frames: number }

const faster = [1, 2, 4]
const backMs = 125

/** A film that is moved by whole frames: frame n stands at (n + 0.5) / fps. Keys: j k l, comma and point, and m, which calls `onMark`. */
export const usePlayer = ({ fps, frames }: Rated, onMark: () => void): Player => {
  const video = useRef<HTMLVideoElement>(null)
  const backwards = useRef<ReturnType<typeof setInterval> | null>(null)
  const [frame, setFrame] = useState(0)
  const [playing, setPlaying] = useState(false)

  const stopBack = useCallback(() => {
    if (backwards.current) clearInterval(backwards.current)
    backwards.current = null
  }, [])
  const now = useCallback(() => frameAt(video.current?.currentTime ?? 0, { fps, frames }), [fps, frames])
  const seek = useCallback((to: number) => {
    const film = video.current
    if (film) film.currentTime = middleOf(Math.max(0, Math.min(frames - 1, to)), fps)
  }, [fps, frames])
  const pause = useCallback(() => {
    stopBack()
    video.current?.pause()
  }, [stopBack])
  const step = useCallback((by: number) => {
    pause()
    seek(now() + by)
  }, [now, pause, seek])
  const play = useCallback(() => {
    const film = video.current
    stopBack()
    if (!film) return
    film.playbackRate = film.paused ? 1 : (faster.find((rate) => rate > film.playbackRate) ?? 4)
    void film.play().catch(() => undefined)
  }, [stopBack])
  const back = useCallback(() => {
    pause()
    backwards.current = setInterval(() => (now() === 0 ? stopBack() : seek(now() - Math.round((fps * backMs) / 1000))), backMs)
  }, [fps, now, pause, seek, stopBack])
  const toggle = useCallback(() => (video.current?.paused === false || backwards.current ? pause() : play()), [pause, play])

  useEffect(() => {
    const film = video.current
    if (!film) return
    let asked = 0
    const look = () => setFrame(now())
    const onFrame = () => {
      look()
      asked = film.requestVideoFrameCallback(onFrame)
    }
    asked = film.requestVideoFrameCallback(onFrame)
    const onState = () => setPlaying(!film.paused)
    const heard = [['seeked', look], ['timeupdate', look], ['play', onState], ['pause', onState]] as const
    for (const [name, act] of heard) film.addEventListener(name, act)
    return () => {
      film.cancelVideoFrameCallback(asked)
      for (const [name, act] of heard) film.removeEventListener(name, act)
      stopBack()
    }
  }, [now, stopBack])

  useEffect(() => {
    const mark = () => {
      pause()
      onMark()
    }
    const acts: Record<string, () => void> = { j: back, k: toggle, l: play, ',': () => step(-1), '.': () => step(1), m: mark }
    const onKey = (event: KeyboardEvent) => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key]
      const inField = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable], [role="dialog"]')
      if (!act || inField) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [back, onMark, pause, play, step, toggle])

  return useMemo(() => ({ video, frame, playing, seek, step, toggle }), [frame, playing, seek, step, toggle])
} // prettier-ignore
