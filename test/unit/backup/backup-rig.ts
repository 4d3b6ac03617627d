import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type BackupParts, makeBackup } from '#electron/backup/backups.ts'
import type { Container } from '#electron/backup/container.ts'
import { createRestore, type Restore } from '#electron/backup/restore.ts'
import { finishSwap } from '#electron/backup/swap.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { draftRecovery, writeRecovery } from '#electron/security/recovery-file.ts'
import { systemRandom } from '#electron/security/seal.ts'
import { FIRST_RUN, JOURNALS, STORAGE, type TemporaryDesk, temporaryDesk } from '../desk/temporary-desk.ts'

/** A program's folder with a desk in it. */
export interface Office {
  readonly userData: string
  readonly place: string
  desk: TemporaryDesk
  readonly parts: BackupParts
  readonly restore: Restore
  copy(): Promise<Container>
  /** Ends and begins anew, as a start of the program: what was decided is done first. */
  restart(): Promise<void>
  end(): Promise<void>
}

const made: string[] = []

/** A key store that opens nothing another computer wrapped. */
const ANOTHER = {
  ...STORAGE,
  decrypt(): string {
    throw new Error('another computer')
  },
}

/** An office of its own, not yet set up. `computer`: whether its key store opens what the others wrapped. */
export async function newOffice(computer: 'same' | 'another' = 'another'): Promise<Office> {
  const userData = await mkdtemp(path.join(os.tmpdir(), 'backup-'))
  made.push(userData)
  const desk = await temporaryDesk(`${userData}/desk-data`)
  const place = `${userData}/desk-backups`
  const common = { place, app: '0.1.0', floor: () => 0, now: Date.now }
  const parts: BackupParts = { ...common, folder: `${userData}/desk-data`, files: nodeFiles }
  const office: Office = {
    ...{ userData, place, desk, parts },
    restore: createRestore({
      ...{ ...common, userData, storage: computer === 'same' ? STORAGE : ANOTHER, reportBug: () => undefined },
      findDesk: () => office.desk.state.findDesk(),
      actor: () => office.desk.state.actor(),
    }),
    copy: () => makeBackup(parts, office.desk.state.desk(), 'asked'),
    async restart() {
      await office.desk.state.close()
      await finishSwap(userData)
      office.desk = await temporaryDesk(`${userData}/desk-data`)
    },
    async end() {
      await office.desk.state.close()
      await rm(userData, { recursive: true, force: true })
    },
  }
  return office
}

/** The same with its first run done and a quarter of a journal imported. Answers with the key on paper besides. */
export async function workingOffice(): Promise<{ office: Office; paper: string }> {
  const office = await newOffice()
  await office.desk.state.firstRun(FIRST_RUN)
  await importJournal(office, 0)
  const { place } = office.desk.state
  const { text, file } = await office.desk.state.desk().keys.lend(async bytes => draftRecovery(bytes, systemRandom))
  await writeRecovery(place, file)
  return { office, paper: text }
}

export async function importJournal({ desk }: Office, which: number): Promise<void> {
  const preview = await desk.imports.open('journal', JOURNALS[which] ?? '')
  await desk.imports.run(preview.importId).ended
}

/** Everything of the journal that can be told apart: ids with bodies and what is readable of people. */
export async function contentOf({ desk }: Office): Promise<string[]> {
  return (await desk.actions()).map(({ id, type, body, personal }) => JSON.stringify([id, type, body, personal]))
}
