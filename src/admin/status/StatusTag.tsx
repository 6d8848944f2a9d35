import { Icon } from './Icon'
import type { Look } from './statusMeta'

type Props = Look & {
  children: React.ReactNode
  /** On a ground of its colour, for what must be seen. */ filled?: boolean
}

/** An icon and a word: never colour alone. */
export const StatusTag = ({ icon, tone, children, filled = false }: Props) => (
  <span className={`bl-status bl-status--${tone}${filled ? ' bl-status--filled' : ''}`}>
    <Icon name={icon} />
    <span>{children}</span>
  </span>
)
