const statuses: Record<string, number> = {
  STATUS_MOVE_REFUSED: 409,
  WRITE_CONFLICT: 409,
  QUOTE_NOT_ACCEPTED: 409,
  IDEMPOTENCY_CONFLICT: 409,
  GATHER_LOCKED: 423,
  COUNTDOWN_RUNS: 409,
  RUN_IS_OPEN: 409,
  NO_COUNTDOWN: 409,
  NOTHING_STALE: 409,
  FILM_NOT_ASSEMBLED: 409,
  SCENE_LOCKED: 409,
  ENTRY_IS_FILE: 409,
  LAST_PRODUCER: 409,
  EMAIL_TAKEN: 409,
  BODY_NOT_JSON: 400,
  OPERATOR_REFUSED: 400,
  BODY_TOO_LARGE: 413,
  BODY_TOO_DEEP: 413,
  TOO_MANY_REQUESTS: 429,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  ORIGIN_REFUSED: 403,
  LINK_REFUSED: 403,
}

/** The HTTP status of one of our codes; those that are not listed are bad input, or name something that is not there. */
export const statusOf = (code: string): number => statuses[code] ?? (code.endsWith('_UNKNOWN') ? 404 : 422)
