import type { PayloadRequest } from 'payload'

/** Where others reach the studio: its public address, else the one this page was asked at. No slash at its end. */
export const originOf = ({ payload, url, headers }: Pick<PayloadRequest, 'payload' | 'url' | 'headers'>): string => {
  const { publicUrl } = payload.config.custom as { publicUrl: string | null }
  if (publicUrl !== null) return new URL(publicUrl).origin
  const asked = new URL(url ?? 'http://127.0.0.1')
  // Next names every address of this machine localhost
  const host = headers.get('host')
  return host !== null && URL.canParse(`${asked.protocol}//${host}`) ? `${asked.protocol}//${host}` : asked.origin
}
