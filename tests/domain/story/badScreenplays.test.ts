import { describe, expect, it } from 'vitest'
import { breakIntoScenes } from '@/domain/screenplay/breakdown'
import { parseFountain } from '@/domain/screenplay/fountain'
import { readStory } from '@/domain/story/readStory'
import { badScreenplays } from '../../support/badScreenplays'

const read = (name: keyof typeof badScreenplays) => {
  const screenplay = parseFountain(badScreenplays[name])
  const broken = breakIntoScenes(screenplay, { fps: 24 })
  const story = readStory({ ...broken, elements: screenplay.elements })
  const notices = [...broken.notices, ...story.notices.cast, ...story.notices.world]
  const said = notices.map(({ code, line, what }) => `${code} ${String(line)}: ${what}`).join('\n')
  return { scenes: broken.scenes, story, said, cast: story.cast.map((one) => one.name) }
}

describe('a screenplay that leaves things open', () => {
  it('becomes scenes of 3 to 7 seconds, whatever it is', () => {
    for (const name of Object.keys(badScreenplays) as (keyof typeof badScreenplays)[]) {
      const { scenes, said } = read(name)
      expect(scenes.length).toBeGreaterThan(0)
      for (const { durationS } of scenes) {
        expect(durationS).toBeGreaterThanOrEqual(3 - 1e-9)
        expect(durationS).toBeLessThanOrEqual(7 + 1e-9)
      }
      if (name !== 'all capitals') expect(`${name}: ${said}`).not.toBe(`${name}: `)
    }
  })

  it('says who is never described', () => {
    expect(read('never described').said).toContain('CAST_NOT_DESCRIBED 4: Never described: GRETA, OTTO.')
  })

  it('says which of two descriptions holds', () => {
    const { said } = read('described twice')
    expect(said).toContain('“thirty” (line 3) holds, “sixty” (line 10) does not')
    expect(said).toContain('“long black hair” (line 3) holds, “bald” (line 10) does not')
  })

  it('keeps one person under both names when the text names a stranger', () => {
    const { cast, said } = read('renamed midway')
    expect(cast).toEqual(['PAUL', 'GRETA'])
    expect(said).toContain('CAST_RENAMED 13: STRANGER is PAUL from the beginning')
  })

  it('holds forty people apart, and says that none of them is described', () => {
    const { cast, said } = read('forty people')
    expect(cast).toHaveLength(40)
    expect(said).toContain('and 32 more')
  })

  it('builds no set for a place that is only spoken of, and says so', () => {
    const { said, story } = read('a place only in dialogue')
    expect(story.world.places.map(({ name }) => name)).toEqual(['KITCHEN'])
    expect(said).toContain('STORY_PLACE_SPOKEN_OF 4: Marseille is only spoken of (by GRETA): no set was built for it.')
    expect(said).toContain('Black Mill')
  })

  it('takes the hour of the heading against the sun of the action', () => {
    const { said, scenes } = read('contradictory times')
    expect(scenes[0]?.timeOfDay).toBe('night')
    expect(said).toContain(
      'STORY_HOUR_CONTRADICTED 3: “EXT. FIELD - NIGHT” is night, and the action says “noon”: the heading holds.',
    )
    expect(said).toContain('STORY_TIME_CONTRADICTED')
  })

  it('tells Rose from a rose', () => {
    const { cast, said, scenes } = read('a name that is a thing')
    expect(cast).toEqual(['ROSE', 'OTTO'])
    expect(said).toContain('CAST_NAME_IS_THING 3: ROSE is a person')
    expect(scenes.flatMap(({ props }) => props.map(({ prop }) => prop))).toContain('flower')
  })

  it('finds its people when everything is in capitals', () => {
    expect(read('all capitals').cast).toEqual(['GRETA', 'OTTO'])
  })

  it('cuts a scene of many minutes and says so', () => {
    const { scenes, said } = read('twelve minutes in one scene')
    expect(scenes.reduce((sum, { durationS }) => sum + durationS, 0)).toBeGreaterThan(720)
    expect(said).toMatch(/STORY_SCENE_LONG 3: “INT. KITCHEN - NIGHT” lasts \d+ minutes in one place/)
  })

  it('of two hundred lines without a name says that nobody is seen', () => {
    const { scenes, said } = read('two hundred scenes of a line')
    expect(scenes).toHaveLength(200)
    expect(said).toContain('CAST_EMPTY')
  })
})
