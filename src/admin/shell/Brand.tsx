/** The studio's sign: a picture in a frame, in the colour of the text. */
const Sign = ({ size }: { size: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <rect x="1.5" y="1.5" width="21" height="21" rx="4" />
    <circle cx="14.5" cy="8.5" r="2" fill="currentColor" />
    <path d="M5.5 14.5h13v3h-13z" fill="currentColor" />
  </svg>
) // prettier-ignore

export const BrandIcon = () => <Sign size={18} />

export const BrandLogo = () => (
  <span className="bl-brand">
    <Sign size={32} />
    <span>Backlot</span>
  </span>
)

/** On top of the navigation. */
export const NavBrand = () => (
  <a className="bl-brand bl-brand--nav" href="/admin">
    <Sign size={24} />
    <span>Backlot</span>
  </a>
)
