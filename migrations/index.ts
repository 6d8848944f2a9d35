import * as base from './20261121_115111_base'

/** In the order they run. */
export const migrations = [{ up: base.up, down: base.down, name: '20261121_115111_base' }]
