import { describe, expect, it } from 'vitest'
import { generationStatus } from '@/domain/generation/generationStatus'
import { projectStatus } from '@/domain/project/projectStatus'
import { runStatus } from '@/domain/run/runStatus'
import { stepStatus } from '@/domain/run/stepStatus'
import { sceneStatus } from '@/domain/scene/sceneStatus'
import type { StatusTable } from '@/domain/statusTable'
import { StudioError } from '@/domain/errors/StudioError'

const tables = { projectStatus, sceneStatus, runStatus, stepStatus, generationStatus } as unknown as Record<
  string,
  StatusTable<string>
>

const reachable = (table: StatusTable<string>, from: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(from)) return seen
  seen.add(from)
  for (const next of table.next(from)) reachable(table, next, seen)
  return seen
}

describe.each(Object.entries(tables))('the table %s', (_, table) => {
  it('can reach every status from its first one', () => {
    expect([...reachable(table, table.names[0])].sort()).toEqual([...table.names].sort())
  })
  it('has a label for people for every status, and offers all of them to the admin', () => {
    expect(table.options.map(({ value }) => value)).toEqual(table.names)
    for (const { label } of table.options) expect(label).toMatch(/^[A-Z][a-z]/)
  })
  it('refuses every move it does not have, and says where it may go', () => {
    for (const from of table.names) {
      for (const to of table.names) {
        if (table.may(from, to)) expect(table.move(from, to)).toBe(to)
        else expect(() => table.move(from, to)).toThrow(StudioError)
      }
    }
  })
  it('knows its own statuses from other words', () => {
    expect(table.is(table.names[0])).toBe(true)
    expect(table.is('toString')).toBe(false)
    expect(table.is(7)).toBe(false)
  })
})

describe('a project', () => {
  it('goes from the first note to the film', () => {
    const way = ['gathering', 'qualifying', 'qualified', 'generating', 'generated', 'assembling', 'completed'] as const
    way.reduce((from, to) => projectStatus.move(from, to) as (typeof way)[number])
    expect(projectStatus.may('completed', 'gathering')).toBe(true)
  })
  it('returns to where it came from when its work is cancelled or ends incomplete', () => {
    expect(projectStatus.may('qualifying', 'gathering')).toBe(true)
    expect(projectStatus.may('generating', 'qualified')).toBe(true)
    expect(projectStatus.may('assembling', 'generated')).toBe(true)
  })
  it('never becomes completed without being assembled first', () => {
    expect(() => projectStatus.move('qualified', 'completed')).toThrow(/only go to: generating, assembling, gathering/)
  })
})

describe('a scene', () => {
  it('refuses a clip before its picture was looked at, and says where it may go', () => {
    expect(() => sceneStatus.move('generating_composite', 'generating_video')).toThrow(
      /only go to: verifying_composite/,
    )
  })
  it('goes on to the clip when a person approves or overrules', () => {
    for (const from of ['awaiting_approval', 'needs_review', 'failed'] as const) {
      expect(sceneStatus.may(from, 'generating_video')).toBe(true)
    }
  })
  it('can be cancelled from all its work', () => {
    const working = [
      'generating_composite',
      'verifying_composite',
      'generating_video',
      'extracting_last_frame',
    ] as const
    for (const from of working) expect(sceneStatus.may(from, 'ready_for_generation')).toBe(true)
  })
})
