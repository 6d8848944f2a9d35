// From straight 8-bit RGBA to the compositor's planes: limited-range BT.709, colour premultiplied by alpha, chroma at half
// size with its own alpha.

// @ts-ignore: decorator
@inline
function luma(r: i32, g: i32, b: i32): i32 { return (11966 * r + 40254 * g + 4064 * b + 1081344) >> 16 }
// @ts-ignore: decorator
@inline
function blueness(r: i32, g: i32, b: i32): i32 { return (28785 * b - 6596 * r - 22189 * g + 8421376) >> 16 }
// @ts-ignore: decorator
@inline
function redness(r: i32, g: i32, b: i32): i32 { return (28784 * r - 26145 * g - 2639 * b + 8421376) >> 16 }

/** Converts `rows` (even) rows of `width` (even) pixels. Targets point at the strip's first row; alphas 0 when opaque. */
export function convert(
  rgba: usize, width: i32, rows: i32, y: usize, a: usize, stride: i32, u: usize, v: usize, ca: usize, chromaStride: i32,
): void {
  for (let row = 0; row < rows; row += 2) {
    for (let column = 0; column < width; column += 2) {
      let su = 0, sv = 0, sa = 0
      for (let part = 0; part < 4; part++) {
        const dy = row + (part >> 1), dx = column + (part & 1)
        const at = rgba + 4 * (dy * width + dx)
        const alpha = a ? <i32>load<u8>(at + 3) : 255
        const to = dy * stride + dx
        if (a) store<u8>(a + to, alpha)
        if (!alpha) { store<u8>(y + to, 0); continue }
        const r = <i32>load<u8>(at), g = <i32>load<u8>(at + 1), b = <i32>load<u8>(at + 2)
        store<u8>(y + to, (luma(r, g, b) * alpha + 127) / 255)
        su += blueness(r, g, b) * alpha
        sv += redness(r, g, b) * alpha
        sa += alpha
      }
      const to = (row >> 1) * chromaStride + (column >> 1)
      store<u8>(u + to, (su + 510) / 1020)
      store<u8>(v + to, (sv + 510) / 1020)
      if (ca) store<u8>(ca + to, (sa + 2) >> 2)
    }
  }
}

/** Repeats the last column into the rest of every row and the last row once more below, for the bilinear taps. */
export function pad(plane: usize, stride: i32, width: i32, height: i32): void {
  for (let row = 0; row < height; row++) {
    const line = plane + row * stride
    memory.fill(line + width, load<u8>(line + width - 1), stride - width)
  }
  memory.copy(plane + height * stride, plane + (height - 1) * stride, stride)
}

/** Writes per row the first and last+1 column with any alpha as u16 pairs; one row more than the plane has. */
export function measure(alpha: usize, stride: i32, width: i32, height: i32, spans: usize): void {
  for (let row = 0; row <= height; row++) {
    const line = alpha + row * stride
    let first = 0, last = width
    while (first < width && !load<u8>(line + first)) first++
    while (last > first && !load<u8>(line + last - 1)) last--
    store<u16>(spans + 4 * row, first)
    store<u16>(spans + 4 * row + 2, last)
  }
}

/** From a frame's planes to packed 8-bit RGB. */
export function toRgb(y: usize, u: usize, v: usize, width: i32, height: i32, rgb: usize): void {
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const chroma = (row >> 1) * (width >> 1) + (column >> 1)
      const l = 76309 * (<i32>load<u8>(y + row * width + column) - 16) + 32768
      const cb = <i32>load<u8>(u + chroma) - 128, cr = <i32>load<u8>(v + chroma) - 128
      const at = rgb + 3 * (row * width + column)
      store<u8>(at, max(0, min(255, (l + 117489 * cr) >> 16)))
      store<u8>(at + 1, max(0, min(255, (l - 13975 * cb - 34925 * cr) >> 16)))
      store<u8>(at + 2, max(0, min(255, (l + 138438 * cb) >> 16)))
    }
  }
}
