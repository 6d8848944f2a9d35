/** Pixels in rows from the top left: red, green, blue, alpha, one byte each, alpha straight (not multiplied in). */
export type Raster = { width: number; height: number; data: Buffer }
