'use client'
import { inDollars } from '@/domain/money/nanodollars'
import { callLook, callWord } from '../costs/callLook'
import { StatusTag } from '../status/StatusTag'
import { useWords } from '../words/useWords'
import type { OpenCall } from './useOpenCalls'

/** A call whose end is known by now: whether evidence came or a person said so. */
export const ClosedRow = ({ call }: { call: OpenCall }) => {
  const words = useWords()
  const { say, language } = words
  const at = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(call.updatedAt)) // prettier-ignore
  const last = call.decisions.at(-1)
  const how =
    last?.action === 'write_off' && call.state === 'FAILED'
      ? say('closedWrittenOff', { by: last.by, reason: last.reason })
      : say('closedByItself', { money: inDollars(call.billedNanodollars) })
  return (
    <li className="bl-decision bl-decision--closed">
      <div className="bl-decision__line">
        <StatusTag {...callLook[call.state]}>{callWord(call.state, words)}</StatusTag>
        <span>{call.what}</span>
        <span className="bl-second">{at}</span>
      </div>
      <p className="bl-second">{how}</p>
    </li>
  )
}
