import type { WorkRule } from '../plan/planShape'
import type { Making } from './making'

/** A making as a bad day has it: shorter than was asked, or smaller. */
export const bent = (making: Making, rules: readonly WorkRule[]): Making =>
  rules.reduce((one, rule) => (rule.do === 'misshapen' ? misshapen(one, rule) : one), making)

const misshapen = (making: Making, { seconds, size }: { seconds: number; size: number }): Making => {
  switch (making.is) {
    case 'clip':
      return { ...making, seconds: Math.max(0.5, making.seconds * seconds), size: scaled(making.size, size) }
    case 'music':
      return { ...making, seconds: Math.max(0.5, making.seconds * seconds) }
    case 'picture':
      return { ...making, size: making.size === 'asBase' ? { width: 512, height: 512 } : scaled(making.size, size) }
    case 'speech':
    case 'upscaled':
    case 'words':
      return making
  }
}

const even = (length: number): number => Math.max(2, Math.round(length / 2) * 2)

const scaled = <Size extends { width: number; height: number } | { shortSide: number }>(
  size: Size,
  factor: number,
): Size => Object.fromEntries(Object.entries(size).map(([name, length]) => [name, even(length * factor)])) as Size
