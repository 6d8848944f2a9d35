'use client'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { ShownComment } from '@/domain/review/shown'

type Row = { comment: ShownComment; at: number | null }
type Ways = { onSeek: (frame: number) => void; onDone: () => void }

/** Where a comment stands on its page, for whoever comes by a notification. */
export const placeOfComment = (id: string): string => `bl-comment-${id}`

/** The comment the address asks for (`?comment=`) is shown once, at its frame; a done one among the done ones. */
export const useAskedComment = (rows: readonly Row[], { onSeek, onDone }: Ways): void => {
  const asked = useRef(useSearchParams().get('comment'))
  useEffect(() => {
    const row = rows.find(({ comment }) => comment.id === asked.current)
    if (!row) return
    asked.current = null
    if (row.comment.resolved) onDone()
    if (row.at !== null) onSeek(row.at)
    requestAnimationFrame(() => document.getElementById(placeOfComment(row.comment.id))?.focus())
  }, [rows, onSeek, onDone])
}
