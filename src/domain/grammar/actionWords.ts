/** What the words of an action line say about bodies and pace. English, whole words, present tense and -ing forms. */
export const actionWords = {
  walks:
    /\b(walks?|walking|strolls?|strolling|strides?|striding|steps?|stepping|crosses|crossing|wanders?|wandering|paces|pacing|marches|marching|limps?|limping|climbs?|climbing|enters|entering|arrives|approaches|approaching|trudges?|trudging|hurries|hurrying|comes (?:in|up|down|out|closer)|follows|following)\b/i,
  runs: /\b(runs|running|races|racing|sprints?|sprinting|rushes|rushing|dashes|dashing|bolts|chases|chasing|flees|fleeing|charges|charging)\b/i,
  chases:
    /\b(chases?|chasing|flees?|fleeing|fights?|fighting|struggles?|struggling|sprints?|sprinting|charges|crashes|crashing|explodes|brawl)\b/i,
  leaves:
    /\b(leaves|leaving|exits|exiting|walks (?:away|out|off)|turns away|goes (?:out|away|off)|runs (?:off|out|away)|disappears|vanishes|is gone)\b/i,
  sits: /\b(sits|sitting|seated|sat|slumps?|slumped|kneels|crouches|squats|perched)\b/i,
  stands: /\b(stands|standing|rises|rising|gets up|jumps up|stood)\b/i,
  points: /\b(points|pointing|gestures (?:at|to|toward)|indicates)\b/i,
  holds:
    /\b(holds?|holding|carries|carrying|clutches|clutching|grips|gripping|grabs|grabbing|takes|taking|lifts|lifting|raises|picks|picking|pulls out|hands|handing|throws|throwing|wears|swings|offers|offering|opens|turns over|folds|folding|unfolds|lights|keeps|reads|reading|with (?:a|an|the|his|her|their))\b/i,
  drops:
    /\b(drops|dropping|throws|throwing|tosses|hurls|puts (?:down|away|it)|sets (?:down|it)|lays|gives|hands|leaves|lets go|pockets|hides)\b/i,
  looks:
    /\b(looks?|looking|stares?|staring|watches|watching|gazes?|gazing|listens?|listening|glances?|smiles?|smiling|frowns?|weeps|weeping|cries|crying|tears?|eyes|face|breathes|whispers?|nods?|nodding|blinks|swallows|trembles|closes (?:his|her|their) eyes)\b/i,
  rises: /\b(rises|rising|stands up|gets up|climbs|lifts off|soars|ascends)\b/i,
  falls:
    /\b(falls|falling|collapses|sinks|slumps|drops to|breaks down|weeps|buries|lies (?:still|dead)|alone|defeated|beaten)\b/i,
  threatens:
    /\b(looms|looming|towers|towering|threatens|threatening|blocks|corners|advances|aims|raises (?:a|the|his|her) (?:gun|knife|fist)|slams|glares|gun|knife|storm breaks)\b/i,
  reveals:
    /\b(reveals?|revealing|discovers?|suddenly|finds|sees|spots|notices|recognizes|appears|freezes|there it is|opens)\b/i,
  above: /\b(far below|from above|high above|aerial|bird'?s[- ]eye|overhead)\b/i,
  below: /\b(towering|looking up|looks up at|far above|worm'?s[- ]eye|from below)\b/i,
  silhouette: /\b(silhouette|silhouetted|outline against|shadow against|backlit)\b/i,
  quiet:
    /\b(slowly|quiet|quietly|still|silence|silent|gentle|gently|soft|softly|waits|waiting|long|alone|nobody|empty|lingers|drifts?)\b/i,
} as const

/** Words that raise tension wherever they stand. */
export const tenseWords =
  /\b(never|nobody|dead|death|die|dying|kill|killed|blood|gun|knife|scream|screams|shout|shouts|slams?|smash(?:es)?|crash(?:es)?|run|runs|hurry|danger|storm|fire|drown(?:ed|ing|s)?|lost|gone|liar|lied|hate|afraid|fear|help|stop|enough|warning|trapped|break(?:s|ing)?|broken|alone|secret|promise|leave|leaves|last)\b/gi
/** Words that lower it. */
export const calmWords =
  /\b(smiles?|laughs?|gently|calm|calmly|quiet|quietly|softly|warm|sleeps?|tea|soup|thanks?|thank|good morning|morning light|sunlight|peaceful|rests?)\b/gi
