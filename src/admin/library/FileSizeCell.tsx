'use client'
import type { DefaultCellComponentProps } from 'payload'
import { sized } from '../status/sized'
import { useWords } from '../words/useWords'

/** The size of a file in the list, as one reads it. */
export const FileSizeCell = ({ cellData }: DefaultCellComponentProps) => {
  const { language } = useWords()
  return typeof cellData === 'number' ? <span className="bl-filesize">{sized(cellData, language)}</span> : null
}
