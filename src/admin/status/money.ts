import { inDollars, nanodollarsPerDollar } from '@/domain/money/nanodollars'

const cent = nanodollarsPerDollar / 100

/** "$0.05": rounded up to the cent, as a button or a sum shows it; the ledger keeps every digit. */
export const roundedUp = (nanodollars: number): string => inDollars(Math.ceil(nanodollars / cent) * cent)
