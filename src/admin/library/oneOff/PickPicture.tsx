'use client'
import { Button, useListDrawer } from '@payloadcms/ui'
import { useMemo } from 'react'
import type { Media } from '@/payload-types'
import { useWords } from '../../words/useWords'
import type { Chosen } from './oneOffWished'

type Props = { project: string; label: string; chosen: Chosen | null; onChoose: (chosen: Chosen | null) => void }
const taken = 'image/png,image/jpeg,image/webp'

/** A picture of this project's library, chosen in Payload's own list. */
export const PickPicture = ({ project, label, chosen, onChoose }: Props) => {
  const { say } = useWords()
  const filterOptions = useMemo(
    () => ({ media: { and: [{ or: [{ project: { equals: project } }, { alsoIn: { in: [project] } }] }, { mimeType: { in: taken } }] } }),
    [project],
  )
  const [ListDrawer, , { openDrawer, closeDrawer }] = useListDrawer({ collectionSlugs: ['media'], filterOptions })
  const pick = (document: Record<string, unknown>) => {
    const { id, title, filename, url } = document as unknown as Media
    onChoose({ id, title: title ?? filename ?? '', url: url ?? '' })
    closeDrawer()
  }
  return (
    <div className="bl-oneoff__one">
      <span id="bl-oneoff-reference">{label}</span>
      <div className="bl-oneoff__picture" role="group" aria-labelledby="bl-oneoff-reference">
        {chosen ? <img src={`${chosen.url}?size=small`} alt="" width={96} height={54} /> : null}
        <span className="bl-oneoff__name">{chosen ? chosen.title : say('oneOffNone')}</span>
        <Button buttonStyle="secondary" size="small" margin={false} disabled={project === ''} onClick={openDrawer}>
          {say('oneOffChoose')}
        </Button>
        {chosen && (
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => onChoose(null)}>
            {say('oneOffWithout')}
          </Button>
        )}
      </div>
      <ListDrawer allowCreate={false} enableRowSelections={false} onSelect={({ doc }) => pick(doc)} />
    </div>
  )
} // prettier-ignore
