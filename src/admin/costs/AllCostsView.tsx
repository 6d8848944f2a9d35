import type { AdminViewServerProps } from 'payload'
import { StudioPage } from '../shell/StudioPage'
import { wordsOf } from '../words/wordsOf'
import { Costs } from './Costs'

/** /admin/costs: what all projects cost that whoever looks may see. */
export const AllCostsView = (props: AdminViewServerProps) => (
  <StudioPage {...props} title={wordsOf(props.i18n).say('costs')}>
    <Costs project={null} />
  </StudioPage>
)
