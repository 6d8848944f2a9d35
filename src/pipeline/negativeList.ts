import { negativeDefault } from '@/domain/prompt/defaultPrompts'
import { fillTemplate } from '@/domain/prompt/fillTemplate'
import type { Values } from './defineStep'

/** What must not be seen: the style guide's list, then what would contradict this picture. Needs `negative-list` and `look.negative`. */
export const negativeListOf = ({ prompts, look }: Pick<Values, 'prompts' | 'look'>, own: readonly string[]): string => {
  const film = Array.isArray(look.negative) ? (look.negative as string[]) : []
  const seen = new Set(film.map((one) => one.toLowerCase()))
  return fillTemplate(prompts['negative-list'] ?? '', {
    look_negative: film.join(', ') || negativeDefault,
    scene_negative: own.filter((one) => !seen.has(one.toLowerCase())).join(', ') || 'picture frame',
  })
}
