/** The first signal ends the command in order; a second one ends it at once. */
export const stopOnSignal = () => {
  const controller = new AbortController()
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort(new Error('interrupted'))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return {
    signal: controller.signal,
    done: () => {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
      if (controller.signal.aborted) process.on('SIGINT', () => process.exit(130))
    },
  }
}
