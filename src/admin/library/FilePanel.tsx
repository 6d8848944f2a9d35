'use client'
import { Link, ShimmerEffect, toast, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { WithReason } from '../scene/WithReason'
import { useStudio } from '../shell/StudioProvider'
import { useWords } from '../words/useWords'

type Use = { collection: string; id: string; title: string; fields: string[] }

/** Beside a file: who uses it, and taking it away with a reason once it is said who would lose it. */
export const FilePanel = () => {
  const { say } = useWords()
  const { id, hasDeletePermission } = useDocumentInfo()
  const { read, send } = useStudio()
  const router = useRouter()
  const file = id === undefined ? '' : String(id)
  const [uses, setUses] = useState<Use[] | null | undefined>()
  useEffect(() => {
    if (file === '') return
    void read(`/media/${file}/uses`).then((told) => setUses((told?.answer as { uses: Use[] } | undefined)?.uses ?? null))
  }, [file, read])
  if (file === '') return null
  if (uses === undefined) return <ShimmerEffect height={120} />
  if (uses === null) return <p className="bl-empty">{say('offline')}</p>
  const remove = async (reason: string) => {
    if (!(await send(`/media/${file}?reason=${encodeURIComponent(reason)}`, {}, 'DELETE'))) return
    toast.success(say('fileGone'))
    router.push('/admin/collections/media')
  }
  return (
    <div className="bl-sheet">
      <section aria-labelledby="bl-uses">
        <h3 id="bl-uses">
          {say('whereUsed')} <span className="bl-count">{uses.length}</span>
        </h3>
        {uses.length === 0 ? (
          <p className="bl-second">{say('fileUnused')}</p>
        ) : (
          <ul className="bl-usedin">
            {uses.map(({ collection, id: used, title, fields }) => (
              <li key={`${collection} ${used}`}>
                <Link href={`/admin/collections/${collection}/${used}`}>{title}</Link> <span className="bl-second">{`${collection} · ${fields.join(', ')}`}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {hasDeletePermission && (
        <div>
          {uses.length > 0 && <p className="bl-second">{`${say('usedBy', { count: uses.length })}. ${say('wouldLose')}`}</p>}
          <WithReason label={say('deleteFile')} asks={say(uses.length > 0 ? 'deleteFileWhy' : 'deleteFileSure')} onSay={remove} />
        </div>
      )}
    </div>
  )
} // prettier-ignore
