/** Of the alert that asks a person about a call nobody knows the end of. */
export const unknownCause = ({ _id }: { _id: string }): string => `GENERATION_UNKNOWN ${_id}`
