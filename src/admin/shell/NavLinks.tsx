'use client'
import { Link } from '@payloadcms/ui'
import { usePathname, useSearchParams } from 'next/navigation'
import { Icon } from '../status/Icon'

export type NavLink = { href: string; label: string; count?: number; is?: 'live' | 'asks' }

const isHere = (href: string, path: string, query: string): boolean => {
  const [at = '', where = ''] = href.split('?')
  return at === path && (where === '' ? query === '' : decodeURIComponent(query).includes(where.split('=')[0] ?? ''))
}

export const NavLinks = ({ title, rows }: { title: string; rows: NavLink[] }) => {
  const path = usePathname()
  const query = useSearchParams().toString()
  return (
    <div className="bl-nav">
      <p className="bl-nav__title" id="bl-nav-title">
        {title}
      </p>
      <ul aria-labelledby="bl-nav-title">
        {rows.map(({ href, label, count = 0, is }) => {
          const here = isHere(href, path, query)
          return (
            <li key={href}>
              <Link href={href} className="bl-nav__link" {...(here ? { 'aria-current': 'page' } : {})}>
                <span>{label}</span>
                {count > 0 && (
                  <span className={`bl-nav__count bl-nav__count--${is ?? 'plain'}`}>
                    {is && <Icon name={is === 'live' ? 'spinner' : 'question'} size={14} />}
                    {count}
                  </span>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
