import type { AdminViewServerProps } from 'payload'
import { StudioPage } from '../shell/StudioPage'
import { wordsOf } from '../words/wordsOf'
import { Decisions } from './Decisions'

/** /admin/decisions: money nobody knows the end of, of all projects whoever looks may see. */
export const DecisionsView = (props: AdminViewServerProps) => (
  <StudioPage {...props} title={wordsOf(props.i18n).say('decisions')}>
    <Decisions project={null} />
  </StudioPage>
)
