'use client'
import { Notices } from './Notices'
import { useUnread } from './useUnread'

export const NoticesPage = () => <Notices unread={useUnread(0)} />
