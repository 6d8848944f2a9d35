import type { AdminViewServerProps } from 'payload'
import { StudioPage } from '../shell/StudioPage'
import { wordsOf } from '../words/wordsOf'
import { AlertList } from './AlertList'

/** /admin/alerts: what whoever looks must know, beside the three on top of every page. */
export const AlertsView = (props: AdminViewServerProps) => (
  <StudioPage {...props} title={wordsOf(props.i18n).say('alerts')}>
    <AlertList />
  </StudioPage>
)
