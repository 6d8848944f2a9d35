type Given = { role: 'character' | 'location' | 'prop'; name: string }

const keep: Record<Given['role'], string> = {
  character: 'keep face, hair, build, costume and colours exactly',
  location: 'keep architecture, materials and colours',
  prop: 'keep shape, material and colour',
}

/** Which given picture is what, in the order they are sent; '' when none is. `onto`: the picture so far goes first. */
export const referenceWords = (references: readonly Given[], { onto }: { onto: boolean }): string => {
  const sent = references.map(({ role, name }) => `${name}: ${keep[role]}`)
  const all = onto ? ['the picture so far, to be changed only as asked', ...sent] : sent
  return all.map((one, i) => `Picture ${String(i + 1)} is ${one}.`).join(' ')
}
