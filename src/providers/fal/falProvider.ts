import type { PaidProvider } from '../spec/paidProvider'
import { callJson } from '../paid/callJson'
import { readFault } from '../paid/submitEnd'
import { falLine, type FalAccount, type FalLine } from './falAccount'
import { falCallbacks } from './falCallback'
import { falCancel, falCheck } from './falCheck'
import { falPutFile } from './falFiles'
import { falBills, falFind } from './falListings'
import { falSubmit, falTicket } from './falSubmit'

/** fal.ai over its queue: everything is submitted, called back and asked for, nothing waits on an open connection. */
export const falProvider = (account: FalAccount): PaidProvider => {
  const line = falLine(account)
  return {
    id: 'fal',
    submit: (request, at) => falSubmit(line, request, at),
    ticketOf: (known) => falTicket(line, known),
    check: (ticket, signal) => falCheck(line, ticket, signal),
    cancel: (ticket, signal) => falCancel(line, ticket, signal),
    find: (search, signal) => falFind(line, search, signal),
    putFile: (file, signal) => falPutFile(line, file, signal),
    readCallback: falCallbacks(line),
    bills: (between, signal) => falBills(line, between, signal),
    testKey: (signal) => testKey(line, signal),
  }
}

/** Asks for a price: free, and only with a key. */
const testKey = async (line: FalLine, signal: AbortSignal): Promise<{ ok: boolean; says: string }> => {
  const url = `${line.platform}/models/pricing?endpoint_id=fal-ai%2Fnano-banana`
  const called = await callJson({ method: 'GET', url, headers: line.headers, signal })
  if (called.is === 'json' && called.status < 300) return { ok: true, says: 'fal takes this key.' }
  return { ok: false, says: readFault(called, line.reader).message }
}
