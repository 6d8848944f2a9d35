// Reads one document for the web part: its bytes come on stdin, what is in it goes to stdout as JSON, `{ read }` or
// `{ refused: "why" }`. A program of its own, so that a file that takes all time or memory takes only this one down:
//   node --max-old-space-size=… readDocument.mjs pdf|docx
import { readDocx } from './readDocx.mjs'
import { readPdf } from './readPdf.mjs'

const readers = { pdf: readPdf, docx: readDocx }

const bytesIn = async (stream) => {
  const parts = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

const answerOf = async (kind) => {
  try {
    return { read: await readers[kind](await bytesIn(process.stdin)) }
  } catch (error) {
    return {
      refused:
        error.why ??
        `It is broken (${String(error?.message ?? error)
          .split('\n')[0]
          .slice(0, 160)}).`,
    }
  }
}

// packages may print warnings; stdout is for the answer alone
console.log = console.info = console.warn = console.debug = () => undefined
const answer = JSON.stringify(await answerOf(process.argv[2]))
process.stdout.write(answer, () => process.exit(0))
