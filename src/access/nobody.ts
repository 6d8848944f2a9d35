/** Access for no person: the pipeline alone writes here (it goes past access). */
export const nobody = (): boolean => false
