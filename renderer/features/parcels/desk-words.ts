import type { InstallationId } from '#shared/change/action.ts'
import type { OfficeDesk } from '#shared/ipc/desks.ts'
import type { Words } from '../../i18n/use-words.ts'

/** A desk by its letter, as the lists and sentences name it. */
export function deskName(desk: Pick<OfficeDesk, 'letter'> | undefined, { t }: Pick<Words, 't'>): string {
  return desk?.letter == null ? t('desks.nameless') : t('desks.of_letter', { letter: desk.letter })
}

/** The same by the installation. */
export function nameOf(desks: readonly OfficeDesk[], installation: InstallationId, words: Pick<Words, 't'>): string {
  return deskName(
    desks.find(one => one.installation === installation),
    words,
  )
}
