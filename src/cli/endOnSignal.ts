/** For programs that stay: the first signal ends everything in order, a second one at once. */
export const endOnSignal = () => {
  const controller = new AbortController()
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort(new Error('interrupted'))
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, onSignal)
  return { signal: controller.signal, done: () => signals.forEach((signal) => process.off(signal, onSignal)) }
}
