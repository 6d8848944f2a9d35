import { describe, expect, it } from 'vitest'
import { ownWindow } from '@/access/ownWindow'

const asked = (headers: Record<string, string>) => ownWindow(new Headers({ host: '127.0.0.1:3000', ...headers }))

describe('a request in single-user mode', () => {
  it.each([
    {},
    { host: 'localhost:3000' },
    { host: '[::1]:3000' },
    { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:3000' },
    { 'sec-fetch-site': 'none' },
    { 'x-forwarded-for': '::ffff:127.0.0.1', 'x-forwarded-host': '127.0.0.1:3000', 'x-forwarded-proto': 'http' },
  ])('is the person of this machine: %j', (headers) => {
    expect(asked(headers)).toBe(true)
  })
  it.each([
    { host: 'evil.test' },
    { host: 'localhost.evil.test:3000' },
    { host: '127.0.0.1.nip.test' },
    { host: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://evil.test' },
    { origin: 'http://127.0.0.1:8080' },
    { origin: 'null' },
    { 'x-forwarded-for': '203.0.113.9' },
    { 'x-forwarded-for': '203.0.113.9, 127.0.0.1' },
    { 'x-forwarded-host': 'studio.test' },
    { 'x-forwarded-proto': 'https' },
    { forwarded: 'for=127.0.0.1' },
    { via: '1.1 proxy' },
    { 'x-real-ip': '127.0.0.1' },
  ])('is nobody: %j', (headers) => {
    expect(asked(headers)).toBe(false)
  })
})
