/** The order after these scenes were put before another one, `null`: at the end; among themselves they keep their order. */
export const movedOrder = (order: readonly string[], moving: ReadonlySet<string>, before: string | null): string[] => {
  const staying = order.filter((id) => !moving.has(id))
  // dropped on one of themselves: before the next that stays
  const target = before !== null && moving.has(before) ? order.slice(order.indexOf(before)).find((id) => !moving.has(id)) : before
  const at = target === null || target === undefined ? staying.length : staying.indexOf(target)
  const moved = order.filter((id) => moving.has(id))
  return [...staying.slice(0, at), ...moved, ...staying.slice(at)]
} // prettier-ignore
