import type { AdminViewServerProps } from 'payload'
import { StudioPage } from '../shell/StudioPage'
import { wordsOf } from '../words/wordsOf'
import { NoticesPage } from './NoticesPage'

/** /admin/notifications: what whoever looks was told. */
export const NotificationsView = (props: AdminViewServerProps) => (
  <StudioPage {...props} title={wordsOf(props.i18n).say('notifications')}>
    <NoticesPage />
  </StudioPage>
)
