import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { house, planned } from '../house.js'
import { longTables } from '../longTables.js'

const src = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)).split(sep).join('/'))

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
const codeLines = (file: string) =>
  withoutComments(readFileSync(join(src, file), 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '').length

describe('the house', () => {
  it('has a row for every room, and a room for every row but those that are only planned', () => {
    const rooms = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect([...rooms.map(({ name }) => name), ...planned].sort()).toEqual(Object.keys(house).sort())
  })
  it('lets a room use only rooms that are there', () => {
    const rooms = new Set(Object.keys(house))
    for (const mayUse of Object.values(house)) {
      for (const room of mayUse) expect(rooms).toContain(room.split('/')[0])
    }
  })
  it('has no circle of rooms', () => {
    const rows = house as Record<string, string[]>
    const visit = (room: string, way: string[]): void => {
      expect(way, [...way, room].join(' → ')).not.toContain(room)
      for (const used of rows[room] ?? []) visit(used.split('/')[0] ?? used, [...way, room])
    }
    for (const room of Object.keys(rows)) visit(room, [])
  })
  it('keeps every file under 200 lines of code, tables aside', () => {
    const long = files.filter((file) => !longTables.includes(`src/${file}`) && codeLines(file) > 200)
    expect(long.map((file) => `${file}: ${codeLines(file)}`)).toEqual([])
  })
  it('excuses no file that is gone or short', () => {
    const excused = longTables.map((path) => path.slice('src/'.length))
    expect(excused.filter((file) => !files.includes(file) || codeLines(file) <= 200)).toEqual([])
  })
  it('has no room for what has no name', () => {
    const nameless = /(^|\/)(utils?|lib|helpers?|common|types|constants|misc)(\/|\.tsx?$)/
    expect(files.filter((file) => nameless.test(file))).toEqual([])
  })
})
