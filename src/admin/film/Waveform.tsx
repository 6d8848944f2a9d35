'use client'
import { useTheme } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import WaveSurfer from 'wavesurfer.js'

type Props = { peaks: number[]; seconds: number }

/** How loud a track is along the film, drawn from what the server measured; it plays nothing itself. */
export const Waveform = ({ peaks, seconds }: Props) => {
  const ground = useRef<HTMLDivElement>(null)
  const { theme } = useTheme()
  useEffect(() => {
    const container = ground.current
    if (!container) return
    const waveColor = getComputedStyle(container).color
    const drawn = WaveSurfer.create({
      container, peaks: [peaks], duration: seconds, waveColor, progressColor: waveColor, height: 26, barWidth: 2, barGap: 1,
      cursorWidth: 0, interact: false, hideScrollbar: true, normalize: true,
    }) // prettier-ignore
    return () => drawn.destroy()
  }, [peaks, seconds, theme])
  return <div ref={ground} className="bl-cut__wave" aria-hidden="true" />
}
