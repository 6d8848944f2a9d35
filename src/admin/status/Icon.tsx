/** Drawings on a 16 × 16 grid; the stroke takes the colour of the text. */
const drawings = {
  circle: <circle cx="8" cy="8" r="5.5" />,
  dotted: <circle cx="8" cy="8" r="5.5" strokeDasharray="1.6 2" />,
  clock: <path d="M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm0 2.7V8l2 1.4" />,
  spinner: <path d="M8 2.5a5.5 5.5 0 1 1-5.5 5.5" />,
  hourglass: <path d="M4.5 2.5h7M4.5 13.5h7M5.5 2.5c0 3 2.5 4 2.5 5.5s-2.5 2.5-2.5 5.5m5-11c0 3-2.5 4-2.5 5.5s2.5 2.5 2.5 5.5" />,
  check: <path d="M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM5.7 8.2l1.6 1.6 3-3.3" />,
  person: <path d="M8 2.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM3.5 13.5c.3-2.7 2-4 4.5-4s4.2 1.3 4.5 4" />,
  cross: <path d="M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM6.2 6.2l3.6 3.6m0-3.6L6.2 9.800" />,
  question: <path d="M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM6.400 6.7C6.5 5.6 7.2 5 8 5c.9 0 1.6.6 1.6 1.5C9.6 7.7 8 7.7 8 8.900M8 10.800v.3" />,
  loop: <path d="M12.900 6A5.2 5.2 0 1 0 13 9.5M13 3v3.2H9.800" />,
  triangle: <path d="M8 3 14 13H2L8 3Zm0 4v3m0 1.5v.2" />,
  padlock: <path d="M4 7.5h8v6H4v-6ZM5.5 7.5V5.3a2.5 2.5 0 0 1 5 0v2.2" />,
  barred: <path d="M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM4.2 4.2l7.6 7.6" />,
  coin: <path d="M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM9.7 6.2C9.400 5.6 8.800 5.3 8 5.3c-1 0-1.7.5-1.7 1.3 0 1.900 3.5.8 3.5 2.7 0 .8-.8 1.3-1.800 1.3-.9 0-1.5-.3-1.800-1M8 4.3v1m0 5.400v1" />,
  picture: <path d="M2.5 3.5h11v9h-11v-9ZM3 11.5l3-3 2 2 2-2 3 3M6 6.3v.1" />,
  bolt: <path d="M9 2 4 9h3.5L7 14l5-7H8.5L9 2Z" />,
  arrow: <path d="M3 8h10M9.5 4.5 13 8l-3.5 3.5" />,
  pencil: <path d="M3 13l.6-2.800L10.5 3.3l2.2 2.2-6.900 6.900L3 13Z" />,
  plus: <path d="M8 3v10M3 8h10" />,
  back: <path d="M11 3.5v9L5.5 8 11 3.5ZM4 3.5v9" />,
  on: <path d="M5 3.5v9L10.5 8 5 3.5ZM12 3.5v9" />,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" />,
  bell: <path d="M3 11.5h10M4.5 11.5V7a3.5 3.5 0 0 1 7 0v4.5M6.7 13.700h2.600M8 2.2v1.3" />,
  play: <path d="M5 3.5v9l7-4.5-7-4.5Z" />,
} // prettier-ignore

export type IconName = keyof typeof drawings

type Props = { name: IconName; size?: number }

/** Never alone: a word stands beside it, so it is hidden from who hears the page. */
export const Icon = ({ name, size = 16 }: Props) => (
  <svg
    className={name === 'spinner' ? 'bl-icon bl-icon--turns' : 'bl-icon'}
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {drawings[name]}
  </svg>
)
