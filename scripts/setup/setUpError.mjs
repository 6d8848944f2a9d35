/** A failure of the set-up that a person reads: what happened, why, how to fix it. */
export class SetUpError extends Error {
  constructor({ code, what, why, fix }) {
    super(`${what} ${why} ${fix}`)
    this.name = 'SetUpError'
    this.story = { code, what, why, fix }
  }
}

/** The story of any thrown value; what is no SetUpError is a fault of the set-up itself. */
export const setUpStory = (error) =>
  error instanceof SetUpError
    ? error.story
    : {
        code: 'SET_UP_FAILED',
        what: 'The set-up failed in a way it did not foresee.',
        why: error instanceof Error ? error.message : String(error),
        fix: 'Run the same command again: what is half done is mended. Run it with BACKLOT_DEBUG=1 to see more.',
      }
