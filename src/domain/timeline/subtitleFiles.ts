import type { SubtitleCue } from './subtitles'
import { clockTime } from './clockTime'

/** SubRip. */
export const toSrt = (cues: SubtitleCue[]): string =>
  cues
    .map(({ startS, endS, lines }, i) => {
      const text = lines.map((line) => line.replaceAll('-->', '→')).join('\n')
      return `${i + 1}\n${clockTime(startS, ',')} --> ${clockTime(endS, ',')}\n${text}\n`
    })
    .join('\n')

/** WebVTT. Without places of their own, players set both lines at the foot, inside the title-safe area. */
export const toVtt = (cues: SubtitleCue[]): string => {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const all = cues.map(
    ({ startS, endS, lines }) =>
      `${clockTime(startS, '.')} --> ${clockTime(endS, '.')}\n${lines.map(escape).join('\n')}\n`,
  )
  return ['WEBVTT\n', ...all].join('\n')
}
