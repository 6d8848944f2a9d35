// Draws the product and the logo of examples/the-cup-that-waits: an enamel cup of a maker that does not exist.
// Run with `node scripts/drawExampleAd.mjs`; the small pictures it writes are kept in the repository.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype from 'opentype.js'
import sharp from 'sharp'

const folder = 'examples/the-cup-that-waits'
const navy = '#17324d'
const cream = '#f4ead6'
const coral = '#e4573d'

const bytes = readFileSync(createRequire(import.meta.url).resolve('@fontsource/jost/files/jost-latin-600-normal.woff'))
const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))

/** A word as outlines, `width` wide, its baseline at y, from x on. */
const word = (text, { x, y, width, colour, spacing = 0.08 }) => {
  const measure = (size) =>
    [...text].reduce((sum, one) => sum + font.getAdvanceWidth(one, size) + spacing * size, -spacing * size)
  const size = width / measure(1)
  let pen = x
  const parts = [...text].map((one) => {
    const path = font.getPath(one, pen, y, size).toPathData(2)
    pen += font.getAdvanceWidth(one, size) + spacing * size
    return path
  })
  return `<path d="${parts.join('')}" fill="${colour}"/>`
}

/** A gull on the wing over two waves, in a box of 200 by 150. */
const gull = (colour, sun) =>
  `<circle cx="100" cy="74" r="46" fill="${sun}"/>` +
  `<path d="M8 62C38 30 72 34 96 66C122 30 158 24 194 48C158 44 134 60 118 86C112 96 100 98 92 90C70 66 42 54 8 62Z" fill="${colour}"/>` +
  `<path d="M22 122q19-16 39 0t39 0t39 0t39 0v11q-19 16-39 0t-39 0t-39 0t-39 0Z" fill="${colour}"/>`

const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="420" viewBox="0 0 900 420">
<g transform="translate(300 0) scale(1.5)">${gull(navy, coral)}</g>${word('KITTIWAKE', { x: 60, y: 350, width: 780, colour: navy })}
${word('THE CUP THAT WAITS', { x: 190, y: 412, width: 520, colour: coral, spacing: 0.16 })}</svg>`

const cup = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="600" viewBox="0 0 640 600"><defs>
<linearGradient id="b"><stop offset="0" stop-color="#d9c9a8"/><stop offset=".16" stop-color="${cream}"/><stop offset=".42" stop-color="#fffaf0"/><stop offset=".78" stop-color="${cream}"/><stop offset="1" stop-color="#bda986"/></linearGradient>
<linearGradient id="n"><stop offset="0" stop-color="#0f2236"/><stop offset=".4" stop-color="#2d5478"/><stop offset="1" stop-color="#0d1d2e"/></linearGradient>
<linearGradient id="i" x2="0" y2="1"><stop offset="0" stop-color="#b6a37f"/><stop offset="1" stop-color="#efe3c9"/></linearGradient></defs>
<path d="M440 170c150-30 190 40 172 130s-96 150-190 134l6-46c70 10 122-26 134-92s-24-104-118-82Z" fill="url(#n)"/>
<path d="M452 182c120-22 158 28 146 106" fill="none" stroke="#6d93b4" stroke-width="8" stroke-linecap="round" opacity=".7"/>
<path d="M40 96c0 0 8 330 26 420c6 34 60 60 186 60s180-26 186-60c18-90 26-420 26-420Z" fill="url(#b)"/>
<path d="M62 492l4 24c6 34 60 60 186 60s180-26 186-60l4-24c-10 30-70 54-190 54s-180-24-190-54Z" fill="url(#n)"/>
<ellipse cx="252" cy="96" rx="212" ry="56" fill="url(#n)"/><ellipse cx="252" cy="98" rx="196" ry="46" fill="url(#i)"/>
<ellipse cx="252" cy="112" rx="178" ry="34" fill="#4a2a1a"/><ellipse cx="232" cy="108" rx="120" ry="18" fill="#6b4129"/>
<g transform="translate(132 196) scale(1.2)">${gull(navy, coral)}</g>${word('KITTIWAKE', { x: 142, y: 428, width: 220, colour: navy })}
<path d="M96 176c4 120 10 220 22 300" fill="none" stroke="#ffffff" stroke-width="16" stroke-linecap="round" opacity=".55"/></svg>`

await sharp(Buffer.from(logo)).png({ palette: true, colours: 64, effort: 10 }).toFile(`${folder}/logo/kittiwake.png`)
await sharp(Buffer.from(cup)).png({ palette: true, colours: 128, effort: 10 }).toFile(`${folder}/product/cup.png`)
