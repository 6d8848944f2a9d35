#!/usr/bin/env node
// npm run tour: takes the pictures of docs/tour.md from the running studio and writes the page anew.
import { runProgram } from './runProgram.mjs'

await runProgram('bench/tour/main.ts')
