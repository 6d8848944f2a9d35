/** The id of a project, as a document names it at any depth; '' where it names none. */
export const projectIdOf = (project: unknown): string =>
  typeof project === 'string'
    ? project
    : typeof project === 'object' && project !== null && 'id' in project
      ? String(project.id)
      : ''
