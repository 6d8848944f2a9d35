type Row = { name: string; state: 'good' | 'less'; says: string; fix?: string }

export type MailRowSettings = {
  /** Host and port of SMTP_URL; null: not set. */
  server: string | null
  from: string
  /** PUBLIC_URL. */
  publicUrl: string | null
}

const name = 'Mail'

/** Whether people are told things by mail, as far as the settings say: the server is not asked. */
export const mailRow = ({ server, from, publicUrl }: MailRowSettings): Row => {
  if (server === null)
    return { name, state: 'good', says: 'SMTP_URL is not set: nothing is mailed, people are told in the admin' }
  const says = `goes out through ${server} as ${from} (not asked)`
  if (publicUrl !== null) return { name, state: 'good', says }
  return {
    name,
    state: 'less',
    says: `${says}; its links lead to this machine only`,
    fix: 'set PUBLIC_URL to the address under which people reach the studio',
  }
}
