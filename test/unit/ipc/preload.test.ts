import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'

const electron = vi.hoisted(() => ({
  exposed: new Map<string, Record<string, (...args: unknown[]) => unknown>>(),
  ipcRenderer: { invoke: vi.fn(), on: vi.fn(), removeListener: vi.fn() },
}))

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: never) => electron.exposed.set(name, api) },
  ipcRenderer: electron.ipcRenderer,
}))

await import('#electron/preload.ts')

it('the page gets one frozen object of named functions', () => {
  expect([...electron.exposed.keys()]).toEqual(['desk'])
  const desk = electron.exposed.get('desk')
  expect(Object.isFrozen(desk)).toBe(true)
  expect(Object.keys(desk ?? {})).toMatchInlineSnapshot(`
    [
      "appStart",
      "appFirstRun",
      "appSetLanguage",
      "appDiagnostics",
      "appReload",
      "settingsGet",
      "settingsSet",
      "clockConfirm",
      "accessEnter",
      "accessByPaper",
      "accessByPin",
      "accessGivePin",
      "accessLeave",
      "accessAlive",
      "accessConfirm",
      "accessPassword",
      "accessPeople",
      "accessDrawFactor",
      "accessSaveFactor",
      "accessDropFactor",
      "accessDrawPaper",
      "accessPrintPaper",
      "accessSavePaper",
      "accessDrawKey",
      "accessChangeKey",
      "accessProtect",
      "accessAdd",
      "accessChange",
      "accessReset",
      "accessSuspend",
      "backupState",
      "backupMake",
      "backupFolder",
      "backupCheck",
      "backupChoose",
      "backupStage",
      "backupRestore",
      "backupDrop",
      "syncState",
      "syncSetServer",
      "syncAsked",
      "syncAsk",
      "syncOpen",
      "syncTake",
      "syncLeave",
      "syncNow",
      "parcelState",
      "parcelWrite",
      "parcelChoose",
      "parcelTake",
      "parcelStop",
      "deskRetire",
      "deskGoOn",
      "joinState",
      "joinAsk",
      "joinOpen",
      "joinTake",
      "joinStop",
      "joinBegin",
      "inviteOpen",
      "inviteWrite",
      "keyState",
      "keyAsk",
      "keyAnswer",
      "keyTake",
      "keyRequest",
      "keyGive",
      "updateState",
      "updateChoose",
      "updateInstall",
      "updateReturn",
      "updateAccept",
      "storeOpen",
      "storeMark",
      "journalRead",
      "journalHot",
      "journalAct",
      "journalVerify",
      "importChoose",
      "importSamples",
      "importRemap",
      "importRows",
      "importRun",
      "importRunning",
      "importStop",
      "importDrop",
      "importUndo",
      "applicationRegister",
      "applicationCorrect",
      "visitCheckIn",
      "visitFinish",
      "visitFinishUndo",
      "contactLog",
      "talonPrint",
      "talonSave",
      "talonPrintMany",
      "talonSaveMany",
      "printerList",
      "printerTest",
      "paperAttach",
      "paperSave",
      "letterSign",
      "letterPrint",
      "letterAnnul",
      "letterScan",
      "protocolSign",
      "surveyOpen",
      "surveyAttempt",
      "surveyAnswer",
      "surveyClose",
      "protocolPrint",
      "protocolScan",
      "reportFreeze",
      "reportDocx",
      "planApply",
      "planUndo",
      "packPrint",
      "paperEnter",
      "paperServe",
      "dayClose",
      "hallBoard",
      "hallScreen",
      "hallOpen",
      "hallClose",
      "hallHide",
      "hallSettings",
      "hallConfigure",
      "helpCall",
      "helpEnd",
      "eotinishChoose",
      "eotinishNote",
      "auditNote",
      "auditRead",
      "auditVerify",
      "auditHead",
      "recoveryState",
      "recoveryAgain",
      "recoveryPaper",
      "recoveryAdmit",
      "recoveryRescue",
      "recoveryReport",
      "diagnosticsLook",
      "diagnosticsSpeed",
      "diagnosticsSave",
      "subjectErase",
      "retentionPreview",
      "retentionDestroy",
      "retentionPrint",
      "draftSave",
      "draftLoad",
      "draftDrop",
      "draftList",
      "sheetSave",
      "sheetJob",
      "sheetReady",
      "letterDocx",
      "siteSave",
      "siteState",
      "siteFolder",
      "siteConfigure",
      "siteTry",
      "sitePublish",
      "siteStop",
      "workbookSave",
      "tableBegin",
      "tableAdd",
      "tableDrop",
      "tableEnd",
      "tableSave",
      "calendarSave",
      "calendarChoose",
      "fileReveal",
      "batchJob",
      "batchDone",
      "onBackupTold",
      "onSyncTold",
      "onParcelProgress",
      "onJournalDamaged",
      "onAuditDamaged",
      "onJournalMoved",
      "onImportProgress",
      "onMenuCommand",
      "onLanguageChanged",
      "onDiskLow",
      "onClockJumped",
      "onHallChanged",
      "onHallTold",
      "onSiteTold",
    ]
  `)
})

it('a function calls its own channel with its one argument', () => {
  electron.exposed.get('desk')?.draftLoad?.({ name: 'a' }, 'more')
  expect(electron.ipcRenderer.invoke.mock.calls).toEqual([['draft.load', { name: 'a' }]])
})

it('a subscription hands on the value only and can be ended', () => {
  const heard = vi.fn()
  const end = electron.exposed.get('desk')?.onJournalMoved?.(heard) as () => void
  const [channel, listener] = electron.ipcRenderer.on.mock.calls[0] ?? []
  expect(channel).toBe('journal.moved')
  listener({ sender: 'secret' }, { head: {} }, 'more')
  expect(heard.mock.calls).toEqual([[{ head: {} }]])
  expect(end()).toBeUndefined()
  expect(electron.ipcRenderer.removeListener.mock.calls).toEqual([['journal.moved', listener]])
})

it('the preload pulls in neither schemas nor Node', () => {
  const seen = new Set<string>()
  const walk = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, from = ''] of text.matchAll(/^import (?!type)[^;]*? from '([^']+)'/gm)) {
      if (from === 'electron') continue
      expect(from, file).toMatch(/^(#shared|\.)/)
      walk(from.startsWith('#') ? path.resolve(from.slice(1)) : path.resolve(path.dirname(file), from))
    }
  }
  walk(path.resolve('electron/preload.ts'))
  expect([...seen].map(file => path.basename(file)).sort()).toEqual(['api.ts', 'names.ts', 'preload.ts'])
})
