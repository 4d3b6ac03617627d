import path from 'node:path'
import { app, protocol } from 'electron'
import type { CreateRecovery, CreateServices, GuardedServices, RunBatch } from '../ipc/services.ts'
import { SCHEME, SCHEME_PRIVILEGES } from '../security/origin.ts'
import { ownStoreOf } from '../update/profiles.ts'
import { readArguments } from './arguments.ts'
import { Shell } from './shell.ts'

/** What the program does besides its windows. */
export interface Seams<Desk extends GuardedServices = GuardedServices> {
  readonly createServices: CreateServices<Desk>
  /** Serves the page of a start that failed. */
  readonly createRecovery: CreateRecovery
  readonly runBatch: RunBatch<Desk>
}

/** Exit code of a batch that found the desk already open on the same data. */
const EXIT_ALREADY_OPEN = 3

/** Starts the program. The order is the point: folder and scheme before `ready`, one instance before any data. */
export function start<Desk extends GuardedServices>(seams: Seams<Desk>): void {
  const { userData, batch } = readArguments(process.argv, process.cwd())
  if (userData !== null) app.setPath('userData', userData)
  // Chromium's files lie in a folder of their own, one a major: it removes folders of its names from where it works, and a
  // lower major erases the store of a higher.
  const { folder } = ownStoreOf(process.versions.electron)
  app.setPath('sessionData', path.join(app.getPath('userData'), folder))
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: SCHEME_PRIVILEGES }])
  if (!app.requestSingleInstanceLock()) {
    // The first one comes to the front; this one touches nothing.
    if (batch === null) app.quit()
    else app.exit(EXIT_ALREADY_OPEN)
    return
  }
  const shell = new Shell(batch)
  app.on('second-instance', () => {
    if (batch === null) shell.focus()
  })
  app.on('will-quit', event => shell.endOnce(event))
  process.on('uncaughtException', error => shell.tellBug(error))
  process.on('unhandledRejection', error => shell.tellBug(error))
  void app.whenReady().then(() => shell.run(seams))
}
