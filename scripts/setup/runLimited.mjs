import { spawn } from 'node:child_process'

const alive = new Set()

/** Ends what `runLimited` started and still runs; called when the person interrupts the set-up. */
export const endChildren = () => {
  for (const child of alive) child.kill('SIGKILL')
}

/**
 * Runs a program to its end within a time limit.
 * Gives `{ code, stdout, stderr, problem }`; `problem` is empty on success, else one line that says why it failed.
 * Never throws: a program that does not exist is a problem like any other.
 */
export const runLimited = (command, args, { limitMs, cwd, env = process.env }) =>
  new Promise((done) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const text = { stdout: '', stderr: '' }
    let late = false
    alive.add(child)
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, limitMs)
    const end = (code, problem) => {
      clearTimeout(timer)
      alive.delete(child)
      done({ code, ...text, problem })
    }
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8')
      child[name].on('data', (part) => {
        if (text[name].length < 4_000_000) text[name] += part
      })
    }
    child.on('error', (error) => end(null, error.code === 'ENOENT' ? `there is no program ${command}` : error.message))
    child.on('close', (code, signal) => {
      if (late) end(code, `it took longer than ${limitMs / 1000} s`)
      else end(code, code === 0 ? '' : lastWords(text) || `it ended with ${signal ?? `exit code ${code}`}`)
    })
  })

/** The lines that say most, without what a registry address may carry: `user:secret@` is left out. */
const lastWords = ({ stdout, stderr }) => {
  const rows = (stderr.trim() || stdout.trim()).split('\n').map((row) => row.trim())
  const telling = rows.filter(
    (row) => /error .|cannot|could not|fail|denied|not found/i.test(row) && !/^warning/i.test(row),
  )
  return redact((telling.length ? telling.slice(0, 3) : rows.slice(-2)).join('; ')).slice(0, 400)
}

export const redact = (text) => text.replace(/\/\/[^/@\s]+@/g, '//***@')
