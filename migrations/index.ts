import * as base from './20261121_115111_base'
import * as alertsCount from './20261121_214500_alerts_count'

/** In the order they run. */
export const migrations = [
  { up: base.up, down: base.down, name: '20261121_115111_base' },
  { up: alertsCount.up, down: alertsCount.down, name: '20261121_214500_alerts_count' },
]
