import { harmless } from './whyRefused'

/** Tells how far a run is: a bar on a terminal, a line now and then elsewhere. Everything goes to stderr. */
export type Progress = {
  say: (line: string) => void
  at: (step: { done: number; total: number; says: string }) => void
  end: () => void
}

const lineEveryMs = 3000

export const progress = (stream: NodeJS.WriteStream, now: () => number = Date.now): Progress => {
  const began = now()
  let lastLine = 0
  let lastText = ''
  const clear = () => {
    if (stream.isTTY && lastText !== '') stream.write('\r\u001b[2K')
  }
  return {
    say: (line) => {
      clear()
      stream.write(`${harmless(line)}\n`)
      lastText = ''
    },
    at: ({ done, total, says }) => {
      const share = total === 0 ? 0 : done / total
      const eta = done > 2 && done < total ? ` · about ${duration(((now() - began) * (1 - share)) / share)} left` : ''
      const text = `${bar(share)} ${String(Math.round(share * 100)).padStart(3)} % · ${says}${eta}`
      if (stream.isTTY) {
        stream.write(`\r\u001b[2K${text.slice(0, (stream.columns || 80) - 1)}`)
        lastText = text
      } else if (now() - lastLine >= lineEveryMs || done === total) {
        lastLine = now()
        stream.write(
          `${String(Math.round(share * 100)).padStart(3)} % · ${String(done)} of ${String(total)} steps · ${says}${eta}\n`,
        )
      }
    },
    end: clear,
  }
}

const bar = (share: number): string => '█'.repeat(Math.round(share * 20)).padEnd(20, '░')

const duration = (ms: number): string => {
  const s = Math.max(1, Math.round(ms / 1000))
  return s < 90 ? `${String(s)} s` : `${String(Math.round(s / 60))} min`
}
