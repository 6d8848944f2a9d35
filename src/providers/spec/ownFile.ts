/** The bytes of a picture that a staging names by its hash. */
export type OwnFile = { sha256: string; file: string }
