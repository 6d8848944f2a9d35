import { describe, expect, it } from 'vitest'
import { layersOf, productionPlanOf } from '@/domain/production/productionPlanOf'
import { scenesOfFile } from '../../support/filmScenes'

const { scenes } = scenesOfFile('night-rain.fountain')
const bible = { cast: 5, places: 3, props: 3 }

describe('the production plan', () => {
  it('counts calls, seconds and bytes from the scenes', () => {
    const plan = productionPlanOf(scenes, bible)
    expect(plan.items.find(({ what }) => what === 'views of the cast')?.calls).toBe(30)
    expect(plan.items.find(({ what }) => what === 'layers of pictures')?.calls).toBe(layersOf(scenes))
    expect(plan.storageBytes).toBe(plan.items.reduce((sum, { bytes }) => sum + bytes, 0))
    expect(plan.workSeconds).toBeCloseTo(
      plan.items.reduce((sum, { seconds }) => sum + seconds, 0),
      1,
    )
    expect(plan.summary).toMatch(/no cost/)
  })

  it('needs more time and room for larger pictures', () => {
    const small = productionPlanOf(scenes, bible, { resolution: '360p' })
    const large = productionPlanOf(scenes, bible, { resolution: '1080p' })
    expect(large.storageBytes).toBeGreaterThan(3 * small.storageBytes)
    expect(large.workSeconds).toBeGreaterThan(small.workSeconds)
  })

  it('guesses no price: paid models are named and not priced', () => {
    const plan = productionPlanOf(scenes, bible, { models: { video: 'kling-3', image: 'previs-boards' } })
    expect(plan.estimatedNanodollars).toBe(0)
    expect(plan.pricing).toMatch(/^Not priced yet: video: kling-3\./)
    expect(plan.summary).not.toMatch(/drawn and spoken offline/)
    expect(productionPlanOf(scenes, bible).pricing).toMatch(/Paid models are not priced yet/)
  })
})
