type Heard = {
  scene: Record<string, unknown>
  conformed: { shot: { lines: readonly { character: string; spoken: boolean }[] } }
}

/** Says which lines could only be murmured, and where; null when every line is spoken. */
export const murmuredNotice = (scenes: readonly Heard[]): string | null => {
  const lines = scenes.flatMap(({ scene, conformed }) =>
    conformed.shot.lines.filter(({ spoken }) => !spoken).map((line) => ({ clip: String(scene.clipName), line })),
  )
  if (lines.length === 0) return null
  const count = lines.length === 1 ? '1 line is' : `${String(lines.length)} lines are`
  const where = lines.slice(0, 4).map(({ clip, line }) => `${line.character} in ${clip}`)
  const more = lines.length > where.length ? ' …' : ''
  return `${count} only murmured, because the scratch voices speak Latin letters: ${where.join(', ')}${more}. The subtitles have every word.`
}
