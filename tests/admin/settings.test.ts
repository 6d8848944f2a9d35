import { describe, expect, it } from 'vitest'
import { asDocument, inQuestion, settingsOf } from '@/admin/settings/settingFields'
import { settingOf } from '@/admin/settings/settingOf'
import { differingLines } from '@/admin/story/differingLines'

describe('the settings of a film', () => {
  it('are sent one by one, and only what was changed', () => {
    const seen = settingsOf({ aspect: '16:9', fps: '24', models: { video: 'fal/veo3.1', text: '' } })
    expect(seen['models.video']).toBe('fal/veo3.1')
    expect(seen['models.text']).toBe(null)
    expect(asDocument({ aspect: '9:16', 'models.video': null })).toEqual({
      settings: { aspect: '9:16', models: { video: null } },
    })
  })

  it('ask only about what two people wrote differently', () => {
    const seen = settingsOf({ aspect: '16:9', fps: '24', language: 'en' })
    const standing = settingsOf({ aspect: '1:1', fps: '30', language: 'de' })
    expect(inQuestion({ aspect: '9:16', language: 'de' }, { seen, standing })).toEqual(['aspect'])
  })

  it('are opened at what a refused press lacks', () => {
    const id = 'a'.repeat(24)
    expect(settingOf('PROVIDER_KEY_MISSING', `/projects/${id}/generate`)).toBe(`/admin/collections/projects/${id}/settings?field=keys`) // prettier-ignore
    expect(settingOf('RUN_IS_OPEN', `/projects/${id}/generate`)).toBe(null)
    expect(settingOf('PROVIDER_KEY_MISSING', '/scenes/x/generate')).toBe(null)
  })
})

describe('two screenplays that differ', () => {
  it('are shown from the first line that differs to the last', () => {
    expect(differingLines('a\nb\nc\nd', 'a\nx\ny\nd')).toEqual({ from: 2, one: ['b', 'c'], other: ['x', 'y'] })
    expect(differingLines('a\nb', 'a\nb\nc')).toEqual({ from: 3, one: [], other: ['c'] })
  })
})
