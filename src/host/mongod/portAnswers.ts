import { connect } from 'node:net'

/** Whether something on this machine takes connections on the port; a driver takes half a second to notice. */
export const portAnswers = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const end = (answered: boolean) => () => {
      socket.destroy()
      done(answered)
    }
    socket.setTimeout(2000, end(false))
    socket.once('connect', end(true))
    socket.once('error', end(false))
  })
