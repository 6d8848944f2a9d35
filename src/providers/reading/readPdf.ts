import type { PdfPage } from '@/domain/laidOut/pages'
import { readInChild } from './readInChild'

/** The text layer of a PDF, page by page; `refused` says why there is none, for people. */
export const readPdf = async (bytes: Uint8Array): Promise<{ pages: PdfPage[] } | { refused: string }> => {
  const answer = await readInChild('pdf', bytes)
  return 'refused' in answer ? answer : (answer.read as { pages: PdfPage[] })
}
