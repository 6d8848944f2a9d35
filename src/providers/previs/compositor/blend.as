// The previs compositor: lays 8-bit planes of premultiplied colour over each other with sub-pixel offset and zoom.
// AssemblyScript, compiled with SIMD by scripts/build-compositor.mjs into compositorWasm.ts.
//
// A source plane has a replicated pixel column and row behind its last ones and at least 16 readable bytes after
// every row, so that bilinear taps and 16-byte loads never need a bounds check. Positions are 16.16 fixed point.

// 16 bytes of ones, then 16 of zeros: a load at (16 - n) is a mask of the first n lanes.
const tail = memory.data<u8>([
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
])

// @ts-ignore: decorator
@inline
function lerp(a: v128, b: v128, wa: v128, wb: v128): v128 {
  const half = i16x8.splat(128)
  const low = i16x8.add(i16x8.add(i16x8.extmul_low_i8x16_u(a, wa), i16x8.extmul_low_i8x16_u(b, wb)), half)
  const high = i16x8.add(i16x8.add(i16x8.extmul_high_i8x16_u(a, wa), i16x8.extmul_high_i8x16_u(b, wb)), half)
  return i8x16.narrow_i16x8_u(i16x8.shr_u(low, 8), i16x8.shr_u(high, 8))
}

// @ts-ignore: decorator
@inline
function scale(a: v128, k: i32): v128 {
  const weight = i16x8.splat(<i16>k)
  const low = i16x8.shr_u(i16x8.mul(i16x8.extend_low_i8x16_u(a), weight), 8)
  const high = i16x8.shr_u(i16x8.mul(i16x8.extend_high_i8x16_u(a), weight), 8)
  return i8x16.narrow_i16x8_u(low, high)
}

// dst * (256 - a') / 256 + src, where a' runs to 256 so that full alpha hides everything.
// @ts-ignore: decorator
@inline
function blend(dst: v128, src: v128, alpha: v128): v128 {
  const full = i16x8.splat(256), half = i16x8.splat(128)
  const lowAlpha = i16x8.extend_low_i8x16_u(alpha), highAlpha = i16x8.extend_high_i8x16_u(alpha)
  const lowKeep = i16x8.sub(full, i16x8.add(lowAlpha, i16x8.shr_u(lowAlpha, 7)))
  const highKeep = i16x8.sub(full, i16x8.add(highAlpha, i16x8.shr_u(highAlpha, 7)))
  const low = i16x8.shr_u(i16x8.add(i16x8.mul(i16x8.extend_low_i8x16_u(dst), lowKeep), half), 8)
  const high = i16x8.shr_u(i16x8.add(i16x8.mul(i16x8.extend_high_i8x16_u(dst), highKeep), half), 8)
  return i8x16.add_sat_u(i8x16.narrow_i16x8_u(low, high), src)
}

// The weights of a row, splat once: 256 - f and f of the horizontal (flat rows) and the vertical fraction.
// @ts-ignore: decorator
@inline
function shifted(at: usize, stride: i32, fx: i32, fy: i32, wx: v128, vx: v128, wy: v128, vy: v128): v128 {
  let left = v128.load(at)
  if (fy == 0) return fx == 0 ? left : lerp(left, v128.load(at, 1), wx, vx)
  left = lerp(left, v128.load(at + stride), wy, vy)
  if (fx == 0) return left
  return lerp(left, lerp(v128.load(at, 1), v128.load(at + stride, 1), wy, vy), wx, vx)
}

// 8 pixels of a zoomed plane: 16 source bytes are enough while a step is at most 1.75 pixels.
// @ts-ignore: decorator
@inline
function zoomed8(row: usize, stride: i32, pos: i32, fy: i32, lanes: v128, wy: v128, vy: v128): v128 {
  const at = row + (pos >> 16)
  let line = v128.load(at)
  if (fy != 0) line = lerp(line, v128.load(at + stride), wy, vy)
  const place = i16x8.add(lanes, i16x8.splat(<i16>((pos >> 8) & 255)))
  const index = i16x8.shr_u(place, 8), near = v128.and(place, i16x8.splat(255))
  const bytes = i8x16.narrow_i16x8_u(index, index)
  const a = i16x8.extend_low_i8x16_u(i8x16.swizzle(line, bytes))
  const b = i16x8.extend_low_i8x16_u(i8x16.swizzle(line, i8x16.add(bytes, i8x16.splat(1))))
  const sum = i16x8.add(i16x8.shl(a, 8), i16x8.mul(i16x8.sub(b, a), near))
  return i16x8.shr_u(i16x8.add(sum, i16x8.splat(128)), 8)
}

// @ts-ignore: decorator
@inline
function zoomed(row: usize, stride: i32, pos: i32, step: i32, fy: i32, lanes: v128, wy: v128, vy: v128): v128 {
  const near = zoomed8(row, stride, pos, fy, lanes, wy, vy)
  return i8x16.narrow_i16x8_u(near, zoomed8(row, stride, pos + 8 * step, fy, lanes, wy, vy))
}

// Writes the first `count` of 16 pixels.
// @ts-ignore: decorator
@inline
function put(end: usize, count: i32, s: v128, a: v128): void {
  if (count < 16) {
    const old = v128.load(end)
    v128.store(end, v128.bitselect(blend(old, s, a), old, v128.load(tail + 16 - count)))
  } else if (i8x16.all_true(i8x16.eq(a, i8x16.splat(-1)))) v128.store(end, s)
  else v128.store(end, blend(v128.load(end), s, a))
}

/**
 * Lays one plane over another. `alpha` 0 means opaque. `x`, `y`: where the source's corner lies in the target, `step`:
 * source pixels per target pixel, all 16.16. `spans`: per source row first and last+1 filled column, u16 each; 0 = all.
 * `strength` 0..256 scales the source.
 */
export function over(
  dst: usize, dstWidth: i32, dstHeight: i32, src: usize, alpha: usize, stride: i32, width: i32, height: i32,
  spans: usize, x: i32, y: i32, step: i32, strength: i32,
): void {
  const inverse = 65536.0 / <f64>step
  const left = <f64>x / 65536.0, top = <f64>y / 65536.0
  const x0 = max<i32>(0, <i32>Math.ceil(left + 0.5 * inverse - 0.5))
  const x1 = min<i32>(dstWidth, <i32>Math.floor(left + (<f64>width - 0.5) * inverse - 0.5) + 1)
  const y0 = max<i32>(0, <i32>Math.ceil(top + 0.5 * inverse - 0.5))
  const y1 = min<i32>(dstHeight, <i32>Math.floor(top + (<f64>height - 0.5) * inverse - 0.5) + 1)
  const flat = step == 65536
  const step8 = (step + 128) >> 8
  const lanes = i16x8.mul(i16x8(0, 1, 2, 3, 4, 5, 6, 7), i16x8.splat(<i16>step8))
  const opaque = i8x16.splat(-1)
  const solid = alpha == 0 && strength == 256
  for (let row = y0; row < y1; row++) {
    const sy = <i32>(((((<i64>row) << 16) + 32768 - <i64>y) * <i64>step) >> 16) - 32768
    const line = sy >> 16
    const fy = (sy >> 8) & 255
    let from = x0, to = x1
    if (spans) {
      const first = min<i32>(<i32>load<u16>(spans + line * 4), <i32>load<u16>(spans + line * 4 + 4))
      const last = max<i32>(<i32>load<u16>(spans + line * 4 + 2), <i32>load<u16>(spans + line * 4 + 6))
      if (last <= first) continue
      from = max<i32>(from, <i32>Math.floor(left + (<f64>first - 0.5) * inverse - 0.5))
      to = min<i32>(to, <i32>Math.ceil(left + (<f64>last + 0.5) * inverse - 0.5) + 1)
    }
    const source = src + line * stride
    const cover = alpha + line * stride
    const target = dst + row * dstWidth
    const wy = i8x16.splat(<i8>(256 - fy)), vy = i8x16.splat(<i8>fy)
    let pos = <i32>(((((<i64>from) << 16) + 32768 - <i64>x) * <i64>step) >> 16) - 32768
    const jump = 16 * step
    if (flat) {
      const at = pos >> 16, fx = (pos >> 8) & 255, count = to - from
      const wx = i8x16.splat(<i8>(256 - fx)), vx = i8x16.splat(<i8>fx)
      const end = target + from
      if (solid) {
        const whole = count & ~15
        for (let i = 0; i < whole; i += 16) v128.store(end + i, shifted(source + at + i, stride, fx, fy, wx, vx, wy, vy))
        if (whole < count) put(end + whole, count - whole, shifted(source + at + whole, stride, fx, fy, wx, vx, wy, vy), opaque)
      } else for (let i = 0; i < count; i += 16) {
        let a = opaque
        if (alpha) {
          a = shifted(cover + at + i, stride, fx, fy, wx, vx, wy, vy)
          if (!v128.any_true(a)) continue
        }
        let s = shifted(source + at + i, stride, fx, fy, wx, vx, wy, vy)
        if (strength < 256) {
          s = scale(s, strength)
          a = scale(a, strength)
        }
        put(end + i, count - i, s, a)
      }
    } else for (let column = from; column < to; column += 16) {
      let a = opaque
      const here = pos
      pos += jump
      if (alpha) {
        a = zoomed(cover, stride, here, step, fy, lanes, wy, vy)
        if (!v128.any_true(a)) continue
      }
      let s = zoomed(source, stride, here, step, fy, lanes, wy, vy)
      if (strength < 256) {
        s = scale(s, strength)
        a = scale(a, strength)
      }
      put(target + column, to - column, s, a)
    }
  }
}

/** A slanted line of rain written into luma, from (x, y) downwards, `slope` pixels sideways per row. */
export function streak(dst: usize, width: i32, height: i32, x: f32, y: i32, slope: f32, rows: i32, value: i32, alpha: f32): void {
  for (let i = 0; i < rows; i++) {
    const row = y + i
    if (row < 0 || row >= height) continue
    const px = x + slope * <f32>i
    const column = <i32>Math.floor(px)
    if (column < 0 || column + 1 >= width) continue
    const at = dst + row * width + column
    const part = px - <f32>column
    // thin at both ends
    const fade = alpha * min<f32>(1, <f32>4 * min<f32>(<f32>i + 0.5, <f32>(rows - i) - 0.5) / <f32>rows)
    const a = <i32>load<u8>(at), b = <i32>load<u8>(at + 1)
    store<u8>(at, a + <i32>(<f32>(value - a) * fade * (<f32>1 - part)))
    store<u8>(at + 1, b + <i32>(<f32>(value - b) * fade * part))
  }
}

/** A soft ellipse (snow, dust, a glint on water) written into one plane. */
export function speck(dst: usize, width: i32, height: i32, x: f32, y: f32, rx: f32, ry: f32, value: i32, alpha: f32): void {
  const x0 = max<i32>(0, <i32>(x - rx)), x1 = min<i32>(width - 1, <i32>(x + rx + 1))
  const y0 = max<i32>(0, <i32>(y - ry)), y1 = min<i32>(height - 1, <i32>(y + ry + 1))
  for (let row = y0; row <= y1; row++) {
    const v = (<f32>row - y) / ry
    for (let column = x0; column <= x1; column++) {
      const u = (<f32>column - x) / rx
      const fall = <f32>1 - u * u - v * v
      if (fall <= 0) continue
      const at = dst + row * width + column
      const old = <i32>load<u8>(at)
      store<u8>(at, old + <i32>(<f32>(value - old) * alpha * min<f32>(1, fall * <f32>1.6)))
    }
  }
}
