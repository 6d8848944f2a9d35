import type { DocxParagraph } from '@/domain/laidOut/docxText'
import { readInChild } from './readInChild'

/** The paragraphs of a Word document; `refused` says why there are none, for people. */
export const readDocx = async (bytes: Uint8Array): Promise<{ paragraphs: DocxParagraph[] } | { refused: string }> => {
  const answer = await readInChild('docx', bytes)
  return 'refused' in answer ? answer : (answer.read as { paragraphs: DocxParagraph[] })
}
