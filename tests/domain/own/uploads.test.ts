import { describe, expect, it } from 'vitest'
import { givenRole } from '@/domain/own/givenRole'
import { mediaFormat } from '@/domain/own/mediaFormat'
import { looksLikeSvg, svgFault } from '@/domain/own/svgFault'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

describe('a file that is sent', () => {
  it('is an SVG by its first words, whatever stands before them, in no time', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    for (const before of [
      '',
      '\uFEFF',
      '<?xml version="1.0"?>\n',
      '<!-- a --><!-- b -->\n',
      '<!DOCTYPE svg>\n',
      '<!DOCTYPE svg [<!ENTITY a "ha">]>',
    ])
      expect(looksLikeSvg(before + svg), before).toBe(true)
    expect(looksLikeSvg('words of an <svg/>')).toBe(false)
    const began = performance.now()
    for (const mean of ['<!---->'.repeat(600), '<!--'.repeat(1000), '<!'.repeat(2000), '<?'.repeat(2000)])
      expect(looksLikeSvg(mean)).toBe(false)
    expect(performance.now() - began).toBeLessThan(1000)
  })

  it('is a drawing and nothing else when it is an SVG', () => {
    const inside = (text: string) => svgFault(`<svg>${text}</svg>`)
    expect(inside('<style>.a{fill:url(#g)}</style><a href="#b"><path d="M0 0"/></a>')).toBeNull()
    for (const bad of [
      '<script>x</script>',
      '<svg:script/>',
      '<g onclick="x()"/>',
      "<g ONLOAD='x()'/>",
      '<foreignObject/>',
      '<a href="javascript:x()"/>',
      '<image href="https://example.org/a.png"/>',
      '<image xlink:href="file:///etc/passwd"/>',
      '<style>@import "a"</style>',
    ])
      // prettier-ignore
      expect(inside(bad), bad).toMatch(/^It /)
  })

  it('is a recording or a clip by its first bytes', () => {
    expect(mediaFormat(bytes('RIFF....WAVEfmt '))).toEqual({ ending: '.wav', pictures: false })
    expect(mediaFormat(bytes('RIFF....AVI LIST'))).toEqual({ ending: '.avi', pictures: true })
    expect(mediaFormat(bytes('....ftypisom'))).toEqual({ ending: '.mp4', pictures: true })
    expect(mediaFormat(bytes('....ftypM4A '))).toEqual({ ending: '.m4a', pictures: false })
    expect(mediaFormat(bytes('ID3....'))).toEqual({ ending: '.mp3', pictures: false })
    expect(mediaFormat(bytes('\u00ff\u00fb..'))).toEqual({ ending: '.mp3', pictures: false })
    for (const other of ['', 'words', 'RIFF', 'RIFF....WEBP', '%PDF-1.4']) expect(mediaFormat(bytes(other)), other).toBeNull()
  }) // prettier-ignore

  it('has a role people say', () => {
    expect([givenRole('Character '), givenRole('clip'), givenRole('cast'), givenRole('$ne'), givenRole('')]).toEqual(['character', 'clip', null, null, null]) // prettier-ignore
  })
})
