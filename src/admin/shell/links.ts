/** Where the studio's own links lead: lists of Payload, filtered. */
export const links = {
  home: '/admin',
  projects: '/admin/collections/projects',
  newProject: '/admin/collections/projects/create',
  runs: '/admin/collections/runs',
  liveRuns: '/admin/collections/runs?where[or][0][and][0][state][in]=pending,running,waiting,cancelling',
  decisions: '/admin/collections/generations?where[or][0][and][0][state][equals]=DECIDE',
  alerts: '/admin/collections/alerts?where[or][0][and][0][dismissed][not_equals]=true',
  project: (id: string) => `/admin/collections/projects/${id}`,
  gather: (id: string) => `/admin/collections/projects/${id}/gather`,
  film: (id: string) => `/admin/collections/projects/${id}/film`,
  board: (id: string) => `/admin/collections/projects/${id}/board`,
  run: (id: string) => `/admin/collections/runs/${id}`,
  scene: (id: string) => `/admin/collections/scenes/${id}`,
  generation: (id: string) => `/admin/collections/generations/${id}`,
} as const
