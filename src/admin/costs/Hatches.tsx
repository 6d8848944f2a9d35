import { spenders, type Spender } from './stackOf'

export type Part = Spender | 'risk'

/** How a part is filled in an SVG: each has a hatch of its own, so that it is told apart without colour. */
export const hatchOf = (part: Part): string => `url(#bl-hatch-${part})`

/** Lines and dots on a tile of 8 by 8, dark on light or the other way round; no two alike. */
const drawings: Record<Spender, React.ReactNode> = {
  art: <rect width="8" height="8" />,
  animation: <path d="M-2 2 2-2M0 8 8 0M6 10l4-4" />,
  judges: <path d="M-2 6l4 4M0 0l8 8M6-2l4 4" />,
  sound: <path d="M0 2h8M0 6h8" />,
  story: <circle cx="4" cy="4" r="2" />,
  character: <path d="M2 0v8M6 0v8" />,
  world: <path d="M0 4h8M4 0v8" />,
  visual: <path d="M0 8 8 0M0 0l8 8" />,
  production: <path d="M0 4h5" />,
  continuity: <path d="M4 0v5" />,
  edit: <circle cx="4" cy="4" r="2.6" fill="none" />,
}

/** Every hatch once, for the bars and for the marks of the legend. */
export const Hatches = () => (
  <svg className="bl-hatches" width="0" height="0" aria-hidden="true">
    <defs>
      {spenders.map((spender) => (
        <pattern key={spender} id={`bl-hatch-${spender}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect className="bl-hatches__ground" width="8" height="8" />
          <g className="bl-hatches__ink">{drawings[spender]}</g>
        </pattern>
      ))}
      <pattern id="bl-hatch-risk" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect className="bl-hatches__light" width="8" height="8" />
        <path className="bl-hatches__warning" d="M-2 2 2-2M0 8 8 0M6 10l4-4" />
      </pattern>
    </defs>
  </svg>
)
