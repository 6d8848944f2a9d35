import { describe, expect, it } from 'vitest'
import { modelFor, readProjectSettings } from '@/domain/project/projectSettings'

describe('the settings of a film', () => {
  it('work when nobody chose anything, and cost nothing', () => {
    expect(readProjectSettings({})).toEqual({
      aspect: '16:9',
      resolution: '720p',
      fps: 24,
      language: 'en',
      targetSeconds: null,
      models: {},
      takesMax: 5,
      layersMax: 20,
      budgetNanodollars: 0,
      until: null,
    })
  })
  it('read what the document holds: the rate as a word, empty fields as null', () => {
    const settings = readProjectSettings({
      fps: '25',
      aspect: '9:16',
      targetSeconds: null,
      models: { video: 'x', image: '' },
    })
    expect(settings).toMatchObject({ fps: 25, aspect: '9:16', targetSeconds: null, models: { video: 'x' } })
    expect(modelFor(settings, 'video')).toBe('x')
    expect(modelFor(settings, 'image')).toBe('previs')
  })
  it('never raise the studio’s limits', () => {
    expect(() => readProjectSettings({ takesMax: 6 })).toThrow(/takesMax/)
    expect(() => readProjectSettings({ layersMax: 21 })).toThrow(/layersMax/)
  })
  it('name every field that is wrong at once', () => {
    expect(() => readProjectSettings({ aspect: '2:1', fps: 23 })).toThrow(/aspect.*fps/s)
  })
})
