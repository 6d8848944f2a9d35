import type {
  Contrast, DepthOfField, KeyDirection, LightType, MovementSpeed, Pacing, Rhythm,
} from '@/domain/scene/vocabulary' // prettier-ignore

/** What of a scene document a prompt is written from beside its staging; each field may be empty. */
export type SceneBrief = {
  action?: string | null
  dialogue?: readonly { character: string; line: string; parenthetical?: string | null }[] | null
  voices?: readonly string[] | null
  lightType?: LightType | null
  lightMood?: string | null
  keyDirection?: KeyDirection | null
  contrast?: Contrast | null
  colorTemperatureK?: number | null
  practicals?: readonly string[] | null
  palette?: readonly string[] | null
  lensMm?: number | null
  aperture?: string | null
  depthOfField?: DepthOfField | null
  movementSpeed?: MovementSpeed | null
  framing?: string | null
  composition?: string | null
  /** Where whom the frame is about looks. */
  eyeline?: string | null
  focusOn?: string | null
  pacing?: Pacing | null
  rhythm?: Rhythm | null
  dramaticEffect?: string | null
  setDressing?: string | null
  setDressingItems?: readonly string[] | null
  atmosphere?: string | null
  blocking?: readonly { character: string; action?: string | null }[] | null
  costumes?:
    readonly { character?: string | null; costume?: string | null; condition?: readonly string[] | null }[] | null
  props?: readonly { prop?: string | null; state?: string | null }[] | null
}

/** The fields of {@link SceneBrief} that staging does not read already. */
export const briefFields = [
  'dialogue', 'voices', 'lightType', 'lightMood', 'keyDirection', 'contrast', 'colorTemperatureK', 'practicals', 'palette', 'lensMm',
  'aperture', 'depthOfField', 'movementSpeed', 'framing', 'composition', 'eyeline', 'pacing', 'rhythm', 'dramaticEffect',
  'setDressing', 'setDressingItems', 'atmosphere', 'costumes',
] as const // prettier-ignore
