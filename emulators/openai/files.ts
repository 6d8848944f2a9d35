import { formOf, type Asked } from '../http/asked'
import { bytesReply, jsonReply, type Reply } from '../http/reply'
import { newName } from '../world/random'
import { epoch, type OpenaiParts, type StoredFile } from './openaiAccount'
import { openaiError } from './openaiErrors'

export const fileRow = ({ id, name, purpose, bytes, createdAt }: StoredFile) => ({
  id,
  object: 'file',
  bytes: bytes.length,
  created_at: createdAt,
  expires_at: null,
  filename: name,
  purpose,
  status: 'processed',
})

export const keepFile = (
  { world, account }: OpenaiParts,
  file: { name: string; purpose: string; bytes: Buffer },
): StoredFile => {
  const stored = { id: newName('file-', 12), createdAt: epoch(world.now()), ...file }
  account.files.set(stored.id, stored)
  return stored
}

export const uploadFile = async (parts: OpenaiParts, asked: Asked): Promise<Reply> => {
  const form = await formOf(asked)
  const file = form?.get('file')
  const purpose = form?.get('purpose')
  if (!(file instanceof File) || typeof purpose !== 'string')
    return openaiError(400, { message: "'file' and 'purpose' are required.", param: 'file' })
  return jsonReply(
    200,
    fileRow(keepFile(parts, { name: file.name, purpose, bytes: Buffer.from(await file.arrayBuffer()) })),
  )
}

const missing = (id: string): Reply => openaiError(404, { message: `No such File object: ${id}`, param: 'id' })

export const oneFile = ({ account }: OpenaiParts, id: string): Reply => {
  const file = account.files.get(id)
  return file ? jsonReply(200, fileRow(file)) : missing(id)
}

export const fileContent = ({ account }: OpenaiParts, id: string): Reply => {
  const file = account.files.get(id)
  return file ? bytesReply(file.bytes, 'application/octet-stream') : missing(id)
}

export const deleteFile = ({ account }: OpenaiParts, id: string): Reply =>
  account.files.delete(id) ? jsonReply(200, { id, object: 'file', deleted: true }) : missing(id)
