'use client'
import { useCallback, useEffect, useState } from 'react'
import type { NoticeKind, NoticeVars } from '@/domain/tidings/noticeKind'
import { useStudio } from '../shell/StudioProvider'

export type ShownNotice = {
  id: string
  kind: NoticeKind
  link: string
  vars: NoticeVars
  readAt: string | null
  createdAt: string
}
type Row = Omit<ShownNotice, 'vars'> & { vars?: string | null }
type Page = { docs: Row[]; nextPage: number | null }

const shown = ({ vars, ...row }: Row): ShownNotice => ({ ...row, vars: JSON.parse(vars ?? '{}') as NoticeVars })

/** What a person was told, the newest first, page by page; read again when `unread` changes. */
export const useNotices = (unread: number) => {
  const { read, send } = useStudio()
  const [notices, setNotices] = useState<ShownNotice[] | null>(null)
  const [next, setNext] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  const load = useCallback(
    async (page: number) => {
      const told = await read(`/notifications?sort=-createdAt&depth=0&limit=20&page=${page}`)
      setFailed(!told)
      if (!told) return
      const { docs, nextPage } = told.answer as Page
      setNotices((before) => [...(page === 1 ? [] : (before ?? [])), ...docs.map(shown)])
      setNext(nextPage)
    },
    [read],
  )
  useEffect(() => void load(1), [load, unread])
  const markRead = async (ids: string[] | null): Promise<void> => {
    if (!(await send('/notifications/read', ids ? { ids } : { all: true }))) return
    const now = new Date().toISOString()
    setNotices((before) => before?.map((one) => (ids?.includes(one.id) === false ? one : { ...one, readAt: one.readAt ?? now })) ?? null) // prettier-ignore
  }
  return { notices, failed, more: next === null ? null : () => void load(next), again: () => void load(1), markRead }
}
