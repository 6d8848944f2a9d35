import type { NodeTracerConfig } from '@opentelemetry/sdk-trace-node'
import type { ToldSpan, Traces } from '@/domain/log/toldSpan'
import { sha256Of } from '@/stores/sha256'

type Settings = { endpoint: string; service: 'backlot-web' | 'backlot-worker' }

const closeMs = 3000
/** Out of the run's id, so that web part, workers and restarts tell of the same trace without handing anything on. */
const traceIdOf = (runId: string): string => sha256Of(runId).slice(0, 32)
const rootIdOf = (runId: string): string => sha256Of(`run ${runId}`).slice(0, 16)

/** Tells an OpenTelemetry collector what took how long; null where none is set, and then nothing of it is loaded. */
export const traces = (endpoint: string | undefined, service: Settings['service']): Traces | null => {
  if (endpoint === undefined) return null
  let opened: ReturnType<typeof open> | null = null
  const opening = () => (opened ??= open({ endpoint, service }))
  return {
    tell: (span) => void opening().then(({ emit }) => emit(span), () => undefined), // prettier-ignore
    close: async () => {
      if (!opened) return
      const { provider } = await opened
      await Promise.race([provider.shutdown(), new Promise((resolve) => setTimeout(resolve, closeMs).unref())]).catch(() => undefined) // prettier-ignore
    },
  }
}

const open = async ({ endpoint, service }: Settings) => {
  const [api, sdk, otlp] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ])
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } = api
  const random = new sdk.RandomIdGenerator()
  /** The ids of the span that is begun next, where they are given. */
  let given: { traceId: string; spanId: string } | null = null
  const exporter = new otlp.OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })
  const provider = new sdk.NodeTracerProvider({
    resource: resourceOf(service),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter)],
    idGenerator: {
      generateTraceId: () => given?.traceId ?? random.generateTraceId(),
      generateSpanId: () => given?.spanId ?? random.generateSpanId(),
    },
  })
  const tracer = provider.getTracer('backlot')
  const kinds = { run: SpanKind.INTERNAL, work: SpanKind.INTERNAL, asked: SpanKind.SERVER, asks: SpanKind.CLIENT }
  const contextOf = ({ runId, is }: ToldSpan) =>
    runId === null || is === 'run'
      ? ROOT_CONTEXT
      : trace.setSpanContext(ROOT_CONTEXT, { traceId: traceIdOf(runId), spanId: rootIdOf(runId), traceFlags: TraceFlags.SAMPLED, isRemote: true }) // prettier-ignore

  const emit = (told: ToldSpan): void => {
    const { name, runId, is, from, to, facts, failed } = told
    const attributes = { ...facts, ...(runId === null ? {} : { 'backlot.run': runId }) }
    given = runId !== null && is === 'run' ? { traceId: traceIdOf(runId), spanId: rootIdOf(runId) } : null
    const span = tracer.startSpan(name, { startTime: from, kind: kinds[is], attributes }, contextOf(told))
    given = null
    if (failed !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failed })
    span.end(to)
  }
  return { provider, emit }
}

/** The name of the service, as the SDK’s own resources hold it; their package comes only inside of the SDK. */
const resourceOf = (service: string): NonNullable<NodeTracerConfig['resource']> => {
  const attributes = { 'service.name': service }
  const own: NonNullable<NodeTracerConfig['resource']> = {
    attributes,
    merge: (other) => other ?? own,
    getRawAttributes: () => Object.entries(attributes),
  }
  return own
}
