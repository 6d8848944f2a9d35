import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'

const load = createRequire(import.meta.url)
const dropCostlyRules = load('../../scripts/setup/dropCostlyRules.cjs') as (css: string) => string

it('the web build leaves one rule of Payload’s style sheet out, which restyles the whole page, and nothing else', () => {
  const css = readFileSync('node_modules/@payloadcms/next/dist/prod/styles.css', 'utf8')
  const rule = 'body:has(.drag-overlay) *{cursor:grabbing}'
  expect(css.split(rule)).toHaveLength(2)
  expect(dropCostlyRules(css)).toBe(css.replace(rule, ''))
  expect(dropCostlyRules(css)).not.toMatch(/(?:body|html):has\(/)
})
