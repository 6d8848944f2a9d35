import type { CastFacts } from '@/domain/cast/castOf'
import type { CharacterLook } from '@/domain/cast/look'
import type { Variant } from '@/domain/cast/variantsOf'

/** One of the cast as the story knows them. */
export type CastMember = CastFacts & { look: CharacterLook; variants: Variant[] }
