const reasons: Record<string, string> = {
  EACCES: 'This user has no right to it.',
  EPERM: 'The system does not allow it.',
  EROFS: 'That disk can only be read.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The quota of this user is used up.',
  EEXIST: 'A file stands where a folder is needed.',
  ENOTDIR: 'A file stands where a folder is needed.',
  EISDIR: 'A folder stands where a file is needed.',
  ENAMETOOLONG: 'The name is longer than the disk allows.',
  ELOOP: 'Links point at each other in a circle.',
  ENOENT: 'There is no such place.',
}

/** Why the disk refused, in a sentence for people. */
export const whyRefused = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string }
  return reasons[code ?? ''] ?? message?.split(',')[0] ?? 'The system gave no reason.'
}

/** Without control and direction characters, so that a text from a file or a path cannot steer a terminal. */
export const harmless = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '�')
