import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** A text nobody can read or change without the secret, and only under its own label. All in base64. */
export type Sealed = { salt: string; iv: string; tag: string; text: string }

/** AES-256-GCM under a key of its own, drawn from the studio's secret by HKDF-SHA-256. */
export const seal = (plain: string, { secret, label }: { secret: string; label: string }): Sealed => {
  const [salt, iv] = [randomBytes(32), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, salt), iv)
  cipher.setAAD(Buffer.from(label, 'utf8'))
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  const [inSalt, inIv, tag, inText] = [salt, iv, cipher.getAuthTag(), text].map((bytes) => bytes.toString('base64'))
  return { salt: inSalt ?? '', iv: inIv ?? '', tag: tag ?? '', text: inText ?? '' }
}

/** What was sealed; null when the secret or the label is another one, or a bit was changed. */
export const unseal = (sealed: Sealed, { secret, label }: { secret: string; label: string }): string | null => {
  try {
    const [salt, iv, tag, text] = [sealed.salt, sealed.iv, sealed.tag, sealed.text].map((part) => Buffer.from(part, 'base64')) // prettier-ignore
    if (!salt || !iv || !text || tag?.length !== 16) return null
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, salt), iv, { authTagLength: 16 })
    decipher.setAAD(Buffer.from(label, 'utf8'))
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const keyOf = (secret: string, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, 'backlot provider keys 1', 32))
