/** What is done to a whole project, step by step, by a worker. */
export const actKinds = ['duplicate', 'episode', 'delete'] as const
export type ActKind = (typeof actKinds)[number]

/** The steps of each act, in order; each may be done twice. */
export const actSteps = {
  duplicate: ['gathered', 'documents', 'qualified', 'film', 'status'],
  episode: ['gathered', 'documents'],
  delete: ['runs', 'files', 'databases', 'documents', 'project'],
} as const satisfies Record<ActKind, readonly string[]>
