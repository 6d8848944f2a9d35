/** An error whose `why` is told to whoever sent the file. */
export const refuse = (why) => Object.assign(new Error(why), { why })
