/** Pixels in rows from the top left: red, green, blue, alpha, one byte each, alpha straight (not multiplied in). */
export type Raster = { width: number; height: number; data: Buffer }

/** A raster as one number a pixel, the same memory wherever it lies on a full word: only to be read. */
export const wordsOf = ({ width, height, data: { buffer, byteOffset } }: Raster): Uint32Array => {
  const pixels = width * height
  return byteOffset % 4 === 0
    ? new Uint32Array(buffer, byteOffset, pixels)
    : new Uint32Array(buffer.slice(byteOffset, byteOffset + pixels * 4))
}
