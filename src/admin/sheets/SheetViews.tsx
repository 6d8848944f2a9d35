'use client'
import { Icon } from '../status/Icon'
import { Picture } from '../status/Picture'
import { useWords } from '../words/useWords'
import type { SheetDocument } from './useSheet'

const urlOf = (picture: unknown): string | null =>
  typeof picture === 'object' && picture !== null && 'url' in picture && typeof picture.url === 'string'
    ? picture.url
    : null

/** The pictures everything later is drawn from: six views of a person, one of a place or a thing. */
export const SheetViews = ({ document: { name, description, reference, masterReference, views } }: { document: SheetDocument }) => {
  const { say } = useWords()
  const single = urlOf(reference) ?? null
  const rows = [
    ...(single ? [{ view: say('referencePicture'), url: single, description: description ?? '' }] : []),
    ...(urlOf(masterReference) ? [{ view: say('masterPicture'), url: urlOf(masterReference), description: '' }] : []),
    ...(views ?? []).map(({ view, media, description: told }) => ({ view: (view ?? '').replaceAll('_', ' '), url: urlOf(media), description: told ?? '' })),
  ] // prettier-ignore
  if (rows.length === 0) return <p className="bl-empty">{say('noViews')}</p>
  return (
    <ul className="bl-sheetviews" aria-label={say('viewsOf', { name: name ?? '' })}>
      {rows.map(({ view, url, description: told }) => (
        <li key={view}>
          {url ? <Picture src={url} alt={`${name ?? ''}, ${view}`} loading="lazy" width={320} height={320} /> : <span className="bl-sheetviews__none"><Icon name="picture" /> {say('noPicture')}</span>}
          <strong>{view}</strong>
          {told !== '' && <span className="bl-second">{told}</span>}
        </li>
      ))}
    </ul>
  )
} // prettier-ignore
