import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createDeskState, type DeskState } from '#electron/desk/desk-state.ts'
import { createImports, type Imports } from '#electron/desk/import/imports.ts'
import { spawnSourceTableWorker } from '#electron/files/table/spawn-source.ts'
import type { ServiceContext } from '#electron/ipc/services.ts'
import type { SafeStorage } from '#electron/security/safe-storage.ts'
import { openSettings } from '#electron/settings/settings.ts'
import type { Action } from '#shared/change/action.ts'
import type { FirstRun } from '#shared/ipc/contract.ts'
import type { ImportProgress } from '#shared/ipc/imports.ts'
import { ROOT } from '../house/sources.ts'

export const OFFICIALS = path.join(ROOT, 'assets/sample/officials.csv')
export const JOURNALS = ['2025-q3', '2026-q3'].map(quarter => path.join(ROOT, `assets/sample/journal-${quarter}.xlsx`))

/** A key store that turns bytes around: enough to see that keys pass through it. */
export const STORAGE: SafeStorage = {
  isAvailable: () => true,
  backend: () => 'gnome_libsecret',
  encrypt: text => Buffer.from(text).reverse(),
  decrypt: bytes => Buffer.from(bytes).reverse().toString(),
}

export const FIRST_RUN = {
  language: 'kk',
  office: {
    name: { kk: 'Облыс әкімінің аппараты', ru: 'Аппарат акима области' },
    region: { kk: 'Батыс Қазақстан облысы', ru: 'Западно-Казахстанская область' },
    room: '110',
    address: { kk: '', ru: '' },
    phone: '',
    email: '',
    hours: { from: '09:00', to: '18:30', lunchFrom: '13:00', lunchTo: '14:30' },
    profiles: [{ profile: 'WKO-2020/2023', from: '2020-12-09' }],
    secondPerson: false,
    letterIndex: '1',
    promise: 90,
    recallAfter: 60,
    recallTimes: 3,
    timesOutOfTurn: false,
  },
  user: { name: 'А. Рахимова', position: { kk: 'Бас маман', ru: 'Главный специалист' } },
  letter: 'А',
} as FirstRun

export interface TemporaryDesk {
  readonly folder: string
  readonly state: DeskState
  readonly imports: Imports
  readonly told: ImportProgress[]
  /** Every action of the journal, opened. */
  actions(): Promise<Action[]>
  /** Closes and opens again over the same folder, as a new start of the program. */
  restart(): Promise<TemporaryDesk>
  end(): Promise<void>
}

/** A desk of main in a folder of its own, without a window. */
export async function temporaryDesk(given?: string): Promise<TemporaryDesk> {
  const folder = given ?? (await mkdtemp(path.join(os.tmpdir(), 'desk-')))
  const settings = await openSettings(folder, () => true)
  if (given === undefined) await settings.change({ floorMegabytes: 50 })
  const context = {
    host: 'chromium',
    version: '0.1.0',
    store: { folder: 'profile', engine: 0 },
    packaged: false,
    dataFolder: folder,
    settings,
    log: { write: () => undefined, bug: () => '' },
    language: () => settings.current.language,
    batch: null,
  } as unknown as ServiceContext
  const state = await createDeskState(context, STORAGE)
  const told: ImportProgress[] = []
  const imports = createImports({
    desk: state.desk,
    actor: state.actor,
    tell: progress => told.push(progress),
    spawn: spawnSourceTableWorker,
  })
  return {
    folder,
    state,
    imports,
    told,
    async actions() {
      const all: Action[] = []
      for (let [after, atEnd] = [{}, false]; !atEnd; ) {
        const page = await state.desk().journal.read(after, 500)
        all.push(...page.actions)
        after = page.next
        atEnd = page.atEnd
      }
      return all
    },
    async restart() {
      await state.close()
      return temporaryDesk(folder)
    },
    async end() {
      await state.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
