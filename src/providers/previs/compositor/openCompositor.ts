import { compositorWasm } from './compositorWasm'

/** Straight-alpha pixels, four bytes each; both sides even. */
export type Pixels = { width: number; height: number; data: Uint8Array }

/** A picture inside the compositor: addresses of its planes. `alpha` 0 means it hides everything under it. */
export type Layer = {
  width: number
  height: number
  luma: Plane
  blue: number
  red: number
  chroma: Plane
}
type Plane = { at: number; alpha: number; stride: number; width: number; height: number; spans: number }

/** Where a layer's top left corner lies in the frame (px, fractions count), how much it is enlarged (0.6 to 4), how strong 0–1. */
export type Placing = { x: number; y: number; zoom?: number; strength?: number }

export type Compositor = {
  width: number
  height: number
  /** Bytes of memory in use. */
  bytes(): number
  /** Converts a picture to limited-range BT.709 planes and keeps it. `opaque` ignores its alpha and is twice as quick. */
  load(pixels: Pixels, opaque?: boolean): Layer
  draw(layer: Layer, placing: Placing): void
  /** A thin slanted line in luma, from (x, y) down `rows` px, `slope` px sideways per row. */
  streak(line: { x: number; y: number; slope: number; rows: number; value: number; alpha: number }): void
  /** A soft ellipse in luma. */
  speck(spot: { x: number; y: number; rx: number; ry: number; value: number; alpha: number }): void
  /** The frame as yuv420p, width x height x 1.5 bytes: a view that the next drawing changes. */
  frame(): Uint8Array
  /** The frame as packed RGB, a copy. */
  rgb(): Buffer
  /** Gives its memory to the next one; nothing of this is used any more. */
  close(): void
}

type Exports = {
  memory: WebAssembly.Memory
  over(...numbers: number[]): void
  convert(...numbers: number[]): void
  pad(...numbers: number[]): void
  measure(...numbers: number[]): void
  streak(...numbers: number[]): void
  speck(...numbers: number[]): void
  toRgb(...numbers: number[]): void
}

const page = 65_536
const one = 65_536
const stripRows = 32
/** Readable bytes behind a row: 16-byte loads begin up to one step before the last pixel. */
const slack = 32
let program: WebAssembly.Module | undefined
/** Memory of those that are closed. Fresh memory for every picture would have the whole heap swept every third one. */
const idle: Exports[] = []
const idleMost = 4

/** A frame of the given size (even sides) and room for layers; one per clip, to be closed with it.
 *  Bilinear, 8-bit fixed point, 1/256 px: nothing it draws differs between machines. */
export const openCompositor = (size: { width: number; height: number }): Compositor => {
  const { width, height } = size
  if (width % 2 || height % 2) throw new RangeError(`A frame needs even sides, not ${String(width)}x${String(height)}.`)
  program ??= new WebAssembly.Module(Buffer.from(compositorWasm, 'base64'))
  const wasm = idle.pop() ?? (new WebAssembly.Instance(program, {}).exports as unknown as Exports)
  let top = page // the first page holds the program's own tables
  const room = (bytes: number): number => {
    const at = top
    top += Math.ceil(bytes / 16) * 16
    const missing = top + page - wasm.memory.buffer.byteLength
    if (missing > 0) wasm.memory.grow(Math.ceil(missing / page))
    return at
  }
  const area = width * height
  const target = room(area * 1.5 + 64)
  new Uint8Array(wasm.memory.buffer, target, area * 1.5 + 64).fill(0)
  let strip: { at: number; bytes: number } | undefined
  let isClosed = false

  const planeOf = (w: number, h: number, opaque: boolean): Plane => {
    const stride = Math.ceil((w + slack) / 16) * 16
    const bytes = stride * (h + 1) + slack
    return {
      at: room(bytes),
      alpha: opaque ? 0 : room(bytes),
      spans: opaque ? 0 : room(4 * (h + 1)),
      stride,
      width: w,
      height: h,
    }
  }
  const finish = (plane: Plane, more: number[]) => {
    for (const at of [plane.at, ...more, ...(plane.alpha ? [plane.alpha] : [])])
      wasm.pad(at, plane.stride, plane.width, plane.height)
    if (plane.alpha) wasm.measure(plane.alpha, plane.stride, plane.width, plane.height, plane.spans)
  }
  const load = (pixels: Pixels, opaque = false): Layer => {
    const { width: w, height: h, data } = pixels
    if (w % 2 || h % 2) throw new RangeError(`A layer needs even sides, not ${String(w)}x${String(h)}.`)
    const luma = planeOf(w, h, opaque)
    const chroma = planeOf(w / 2, h / 2, opaque)
    const red = room(chroma.stride * (h / 2 + 1) + slack)
    const stripBytes = stripRows * w * 4
    if (!strip || strip.bytes < stripBytes) strip = { at: room(stripBytes), bytes: stripBytes }
    for (let row = 0; row < h; row += stripRows) {
      const rows = Math.min(stripRows, h - row)
      new Uint8Array(wasm.memory.buffer, strip.at).set(data.subarray(row * w * 4, (row + rows) * w * 4))
      const from = row * luma.stride
      const half = (row / 2) * chroma.stride
      wasm.convert(
        strip.at, w, rows, luma.at + from, luma.alpha && luma.alpha + from, luma.stride,
        chroma.at + half, red + half, chroma.alpha && chroma.alpha + half, chroma.stride,
      ) // prettier-ignore
    }
    finish(luma, [])
    finish(chroma, [red])
    return { width: w, height: h, luma, blue: chroma.at, red, chroma }
  }

  const draw = (layer: Layer, { x, y, zoom = 1, strength = 1 }: Placing): void => {
    // its memory is another's by now
    if (isClosed) throw new Error('This compositor is closed.')
    const step = Math.round(one / zoom)
    const force = Math.round(256 * Math.min(1, Math.max(0, strength)))
    if (force === 0) return
    const lay = (plane: Plane, at: number, to: { at: number; part: number }) => {
      wasm.over(
        to.at, width / to.part, height / to.part, at, plane.alpha, plane.stride, plane.width, plane.height, plane.spans,
        Math.round((x * one) / to.part), Math.round((y * one) / to.part), step, force,
      ) // prettier-ignore
    }
    lay(layer.luma, layer.luma.at, { at: target, part: 1 })
    lay(layer.chroma, layer.blue, { at: target + area, part: 2 })
    lay(layer.chroma, layer.red, { at: target + area * 1.25, part: 2 })
  }

  return {
    width,
    height,
    bytes: () => top,
    load,
    draw,
    streak: ({ x, y, slope, rows, value, alpha }) => {
      wasm.streak(target, width, height, x, Math.round(y), slope, Math.round(rows), value, alpha)
    },
    speck: ({ x, y, rx, ry, value, alpha }) => {
      wasm.speck(target, width, height, x, y, rx, ry, value, alpha)
    },
    frame: () => new Uint8Array(wasm.memory.buffer, target, area * 1.5),
    rgb: () => {
      const mark = top
      const at = room(area * 3)
      wasm.toRgb(target, target + area, target + area * 1.25, width, height, at)
      top = mark
      return Buffer.from(new Uint8Array(wasm.memory.buffer, at, area * 3))
    },
    close: () => {
      if (!isClosed && idle.length < idleMost) idle.push(wasm)
      isClosed = true
    },
  }
}
