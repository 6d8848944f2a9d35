/** Words of the bar below the board: what is done with the chosen scenes. */
export const selectionEn = {
  makeAgain_one: 'Make {{count}} stale scene again · {{money}}',
  makeAgain_other: 'Make {{count}} stale scenes again · {{money}}',
  keepStale_one: 'Keep {{count}} stale scene…',
  keepStale_other: 'Keep {{count}} stale scenes…',
  keepTitle_one: 'Keep {{count}} stale scene as it is',
  keepTitle_other: 'Keep {{count}} stale scenes as they are',
  keepScenesWhy_one: 'Why is it fine as it is?',
  keepScenesWhy_other: 'Why are they fine as they are?',
  keepScenes_one: 'Keep {{count}} scene',
  keepScenes_other: 'Keep {{count}} scenes',
  keptScenes_one: '{{count}} scene is kept as it is.',
  keptScenes_other: '{{count}} scenes are kept as they are.',
  keptSoFar: '{{done}} of {{count}} are kept.',
} as const satisfies Record<string, string>

export const selectionDe: Record<keyof typeof selectionEn, string> = {
  makeAgain_one: '{{count}} veraltete Szene neu machen · {{money}}',
  makeAgain_other: '{{count}} veraltete Szenen neu machen · {{money}}',
  keepStale_one: '{{count}} veraltete Szene so lassen…',
  keepStale_other: '{{count}} veraltete Szenen so lassen…',
  keepTitle_one: '{{count}} veraltete Szene so lassen, wie sie ist',
  keepTitle_other: '{{count}} veraltete Szenen so lassen, wie sie sind',
  keepScenesWhy_one: 'Warum ist sie gut, wie sie ist?',
  keepScenesWhy_other: 'Warum sind sie gut, wie sie sind?',
  keepScenes_one: '{{count}} Szene so lassen',
  keepScenes_other: '{{count}} Szenen so lassen',
  keptScenes_one: '{{count}} Szene bleibt, wie sie ist.',
  keptScenes_other: '{{count}} Szenen bleiben, wie sie sind.',
  keptSoFar: '{{done}} von {{count}} sind behalten.',
}
