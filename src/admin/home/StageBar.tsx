import { Icon } from '../status/Icon'
import type { Words } from '../words/wordsOf'
import { stages, type Stage, type StageState } from './stageOf'

type Props = { state: Record<Stage, StageState>; words: Words }

export const StageBar = ({ state, words: { say } }: Props) => (
  <ol className="bl-stages">
    {stages.map((stage) => (
      <li key={stage} className={`bl-stage bl-stage--${state[stage]}`} {...(state[stage] === 'now' ? { 'aria-current': 'step' as const } : {})}>
        {say(`stage_${stage}`)} {state[stage] === 'done' && <Icon name="check" size={12} />}
        {state[stage] === 'failed' && <Icon name="cross" size={12} />}
      </li>
    ))}
  </ol>
) // prettier-ignore
