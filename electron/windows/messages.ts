import { dialog } from 'electron'
import type { Translate } from '../i18n.ts'

/** Small messages of the program itself, in the person's language. None of them waits for an answer. */
export interface Messages {
  about(t: Translate, version: string): void
  /** Where the report for the administrator lies; null when the disk took none. */
  report(t: Translate, path: string | null): void
  /** An exception nobody expected: its number and the report. */
  bug(t: Translate, id: string, path: string | null): void
}

export const messages: Messages = {
  about: (t, version) =>
    show('info', t, t('dialog.about.message'), t('dialog.about.detail', { version, engine: process.versions.node })),
  report: (t, path) =>
    show(path ? 'info' : 'warning', t, t(path ? 'dialog.report.written' : 'dialog.report.notWritten'), path ?? ''),
  bug: (t, id, path) =>
    show('error', t, t('dialog.bug.message'), [t('dialog.bug.detail', { id }), path ?? ''].join('\n')),
}

function show(type: 'info' | 'warning' | 'error', t: Translate, message: string, detail: string): void {
  void dialog.showMessageBox({ type, title: t('window.title'), message, detail, buttons: [t('dialog.close')] })
}
