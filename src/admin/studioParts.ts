import type { Config } from 'payload'

/** The studio's parts of every page, named by where they lie: importing this loads no React. */
export const studioParts: NonNullable<NonNullable<Config['admin']>['components']> = {
  graphics: { Logo: '/admin/shell/Brand#BrandLogo', Icon: '/admin/shell/Brand#BrandIcon' },
  providers: ['/admin/shell/StudioProvider#StudioProvider'],
  header: ['/admin/shell/AlertBar#AlertBar'],
  actions: ['/admin/shell/Chips#Chips'],
  views: {
    notifications: { Component: '/admin/notifications/NotificationsView#NotificationsView', path: '/notifications' },
    costs: { Component: '/admin/costs/AllCostsView#AllCostsView', path: '/costs' },
    decisions: { Component: '/admin/decisions/DecisionsView#DecisionsView', path: '/decisions' },
    alerts: { Component: '/admin/alerts/AlertsView#AlertsView', path: '/alerts' },
  },
  beforeNav: ['/admin/shell/Brand#NavBrand'],
  beforeNavLinks: ['/admin/shell/StudioLinks#StudioLinks'],
  beforeDashboard: ['/admin/home/Home#Home'],
}
