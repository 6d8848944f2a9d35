import type { Payload } from 'payload'
import type { Traces } from '@/domain/log/toldSpan'

/** Whoever is told what took how long; the studio hands it in (`custom.traces`). Null: nobody. */
export const tracesOf = ({ config }: Payload): Traces | null =>
  (config.custom['traces'] as Traces | null | undefined) ?? null
