import { runBatch } from './batch/run-batch.ts'
import { createServices } from './desk/services.ts'
import { createRecovery } from './recovery/services.ts'
import { start } from './windows/start.ts'

start({ createServices, createRecovery, runBatch })
