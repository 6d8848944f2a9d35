import { actionBeats } from './actionBeats'
import { isPause, type Beat } from './beat'
import { joinDual } from './dualBeats'
import type { HeadingBlock } from './headingBlocks'
import type { Notice } from './screenplay'
import { speechBeats } from './speechBeats'

/** The beats of one heading, in order, and what a person should know about them. */
export const beatsOf = ({ parts }: HeadingBlock): { beats: Beat[]; notices: Notice[] } => {
  const beats: Beat[] = []
  const notices: Notice[] = []
  let firstStretch = 0
  let pause = false
  let dual = false
  for (const [part, content] of parts.entries()) {
    if (content.kind === 'transition') continue
    const made =
      content.kind === 'action' ? actionBeats(content, part) : speechBeats(content, { part, firstStretch, notices })
    const [first] = made
    if (first && pause) first.pause = true
    for (const beat of made) beats.push(beat)
    if (content.kind === 'speech') firstStretch += content.stretches.length
    dual ||= content.kind === 'speech' && content.dual === 'right'
    pause = content.kind === 'action' && isPause(content.text)
  }
  return { beats: dual ? joinDual(beats) : beats, notices }
}
