'use client'
import { ShimmerEffect, useDocumentInfo } from '@payloadcms/ui'
import { useWords } from '../words/useWords'
import { SheetBeforeSave } from './SheetBeforeSave'
import { SheetStale } from './SheetStale'
import { SheetViews } from './SheetViews'
import { UsedIn } from './UsedIn'
import { sheetCollections, useSheet, type SheetCollection } from './useSheet'

/** Beside the form of a person, place or thing: its pictures, what an edit would mean, where it is used. */
export const SheetPanel = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const collection = sheetCollections.find((one) => one === collectionSlug)
  return id === undefined || !collection ? null : <Panel collection={collection} id={String(id)} />
}

const Panel = ({ collection, id }: { collection: SheetCollection; id: string }) => {
  const { say } = useWords()
  const { sheet, look } = useSheet(collection, id)
  if (sheet === undefined) return <ShimmerEffect height={360} />
  if (sheet === null) return <p className="bl-empty">{say('offline')}</p>
  return (
    <div className="bl-sheet">
      <SheetBeforeSave collection={collection} id={id} sheet={sheet} />
      <SheetStale collection={collection} document={sheet.shown} look={look} />
      <SheetViews document={sheet.shown} />
      <UsedIn scenes={sheet.scenes} />
    </div>
  )
}
