/** What 0x80–0x9F mean in Windows-1252; a space stands for the five bytes that mean nothing there. */
const upperControls = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
/** Bytes in one call of String.fromCharCode: more arguments would overflow the stack. */
const chunkBytes = 8192

/**
 * Reads bytes as Windows-1252, and thereby as Latin-1; meaningless bytes stay control characters. Written out because
 * Node 20's TextDecoder reads 'windows-1252' as bare Latin-1 and loses quotation marks and dashes.
 */
export const readWindows1252 = (bytes: Uint8Array): string => {
  const parts: string[] = []
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    const codes = Array.from(bytes.subarray(from, from + chunkBytes), codeOf)
    parts.push(String.fromCharCode(...codes))
  }
  return parts.join('')
}

const codeOf = (byte: number): number => {
  const letter = byte >= 0x80 && byte <= 0x9f ? upperControls.charAt(byte - 0x80) : ' '
  return letter === ' ' ? byte : letter.charCodeAt(0)
}
