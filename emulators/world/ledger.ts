import type { Provider } from '../plan/planShape'
import type { Price } from './price'

/** One accepted request and what it is billed. Amounts are whole nanodollars. */
export type LedgerRow = {
  n: number
  provider: Provider
  endpoint: string
  requestId: string
  acceptedAt: string
  endedAt: string | null
  bodyHash: string
  /** Where the caller wanted to be told, and the query of that address: whatever token the caller put there. */
  webhookUrl: string | null
  token: Record<string, string>
  unit: string
  units: number
  unitPriceNanodollars: number
  /** What it costs when it succeeds. */
  expectedNanodollars: number
  /** What is billed: 0 while it is open and when it is free. */
  nanodollars: number
  state: 'open' | 'billed' | 'free'
}

export type Accepted = Pick<LedgerRow, 'provider' | 'endpoint' | 'requestId' | 'bodyHash' | 'webhookUrl'> & {
  price: Price
}

export type Ledger = {
  rows: () => LedgerRow[]
  accept: (accepted: Accepted) => LedgerRow
  /** Settles a row once; the price may be better known now than when it was accepted. */
  end: (row: LedgerRow, how: { billed: boolean; price?: Price }) => void
  clear: () => void
}

export const openLedger = (now: () => Date): Ledger => {
  let rows: LedgerRow[] = []
  return {
    rows: () => rows.map((row) => ({ ...row })),
    accept: ({ price, ...accepted }) => {
      const row: LedgerRow = {
        n: rows.length + 1,
        ...accepted,
        acceptedAt: now().toISOString(),
        endedAt: null,
        token: tokenIn(accepted.webhookUrl),
        ...priced(price),
        nanodollars: 0,
        state: 'open',
      }
      rows.push(row)
      return row
    },
    end: (row, { billed, price }) => {
      if (row.state !== 'open') return
      if (price) Object.assign(row, priced(price))
      row.endedAt = now().toISOString()
      row.state = billed ? 'billed' : 'free'
      row.nanodollars = billed ? row.expectedNanodollars : 0
    },
    clear: () => (rows = []),
  }
}

const priced = (price: Price) => ({
  unit: price.unit,
  units: price.nanodollars / price.unitPriceNanodollars,
  unitPriceNanodollars: price.unitPriceNanodollars,
  expectedNanodollars: price.nanodollars,
})

const tokenIn = (webhookUrl: string | null): Record<string, string> =>
  webhookUrl === null || !URL.canParse(webhookUrl) ? {} : Object.fromEntries(new URL(webhookUrl).searchParams)
