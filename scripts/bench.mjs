#!/usr/bin/env node
// npm run bench [name …]: a table per name, and bench/results/<name>.json.
import { runProgram } from './runProgram.mjs'

await runProgram('bench/run.ts')
