import { expect, it } from 'vitest'
import { newPaidCall } from '@/stores/paid/newPaidCall'
import { picture, projectId } from '../support/paidStage'

it('a call that costs money says which template its words are from, where free calls say it, too', () => {
  const at = { owner: 'studio', project: projectId, scene: null, runId: 'run', accounts: [projectId] }
  const call = newPaidCall(picture('A pier', { shown: { seed: 7, template: 'scene-person@4' } }), at)
  expect(call).toMatchObject({ template: 'scene-person@4', request: { seed: 7, template: 'scene-person@4' } })
  expect(newPaidCall(picture('A pier'), at)).not.toHaveProperty('template')
})
