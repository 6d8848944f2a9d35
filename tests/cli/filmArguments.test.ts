import { describe, expect, it } from 'vitest'
import { filmArguments, nameFilm } from '@/cli/filmArguments'
import { StudioError } from '@/domain/errors/StudioError'

const refusal = (argv: string[]): StudioError => {
  try {
    filmArguments(argv)
  } catch (error) {
    if (error instanceof StudioError) return error
    throw error
  }
  throw new Error(`${argv.join(' ')} was accepted`)
}

describe('what is typed after the film command', () => {
  it('is read, and what is left out is the default', () => {
    expect(filmArguments([])).toEqual({ file: null, target: null, title: null, slug: null, out: null, aspect: null, resolution: null, fps: null, models: null, budget: null, until: null, clips: false, json: false, fresh: false, again: false }) // prettier-ignore
    const typed = ['a.fountain', '--title', ' A ', '--slug', 'a-b', '--out', 'o', '--aspect', '9:16', '--resolution', '360p', '--fps', '30', '--clips', '--models', 'draft', '--budget', '0.50', '--until', 'stills'] // prettier-ignore
    expect(filmArguments(typed)).toMatchObject({ file: 'a.fountain', title: 'A', slug: 'a-b', out: 'o', aspect: '9:16', resolution: '360p', fps: 30, models: 'draft', budget: 500_000_000, until: 'stills', clips: true }) // prettier-ignore
  })

  it.each([
    ['USAGE', ['a', 'b']],
    ['USAGE', ['--frobnicate']],
    ['USAGE', ['--aspect', '3:2']],
    ['USAGE', ['--resolution', '4k']],
    ['USAGE', ['--fps', 'twenty']],
    ['USAGE', ['--fps', '23']],
    ['USAGE', ['--out', ' ']],
    ['BUDGET_REFUSED', ['--budget', 'much']],
    ['BUDGET_REFUSED', ['--budget=-5']],
    ['BUDGET_REFUSED', ['--budget', '1000000001']],
    ['BUDGET_REFUSED', ['--budget', '1e3']],
    ['BUDGET_REFUSED', ['--budget', '']],
    ['USAGE', ['--json=5']],
    ['USAGE', ['--models', 'cheap']],
    ['USAGE', ['--target', 'short']],
    ['USAGE', ['--target', '2']],
    ['USAGE', ['--target', '60.5']],
    ['USAGE', ['--until', 'tomorrow']],
  ])('is refused with %s when it is %j', (code, argv) => {
    const error = refusal(argv)
    expect(error.code).toBe(code)
    expect(error.why).not.toMatch(/NaN|undefined/)
    expect(error.fix).not.toBe('')
  })

  it('takes a budget of nothing: then nothing may be paid', () => {
    expect(filmArguments(['--budget', '0']).budget).toBe(0)
    expect(filmArguments([]).budget).toBeNull()
  })

  it('takes a target length in seconds, or takes it back', () => {
    expect(filmArguments(['--target', '60']).target).toBe(60)
    expect(filmArguments(['--target', '60s']).target).toBe(60)
    expect(filmArguments(['--target', 'none']).target).toBe('none')
    expect(filmArguments([]).target).toBeNull()
  })

  it.each(['', '..', '../../etc', 'A', 'a b', '-a', 'a-', 'ä', 'a'.repeat(49), 'a/b', 'a.b', 'a$b'])(
    'is no slug when it is “%s”',
    (slug) => expect(refusal([`--slug=${slug}`]).what).toMatch(/slug/),
  )

  it('names the film by its title page or its file, without cutting a letter in two', () => {
    const asked = filmArguments([])
    expect(nameFilm(asked, { title: '', fileName: 'Night Rain.fountain' })).toEqual({ title: 'Night Rain', slug: 'night-rain' }) // prettier-ignore
    const { title, slug } = nameFilm(asked, { title: '🎬'.repeat(300), fileName: '夜.fountain' })
    expect(title).toBe('🎬'.repeat(200))
    expect(slug).toMatch(/^[a-z0-9][a-z0-9-]*[a-z0-9]$/)
  })
})
