import { maskIin } from '#shared/applicant/mask.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import { dayOf } from '#shared/change/project-view.ts'
import type { ApplicationListRow } from './query-types.ts'
import { findState } from './rows.ts'

/** The row by which lists show an application; none where the record is of no application that stands or stood. */
export function listRow(record: EntityRecord): ApplicationListRow[] {
  const state = findState('application', record)
  if (state?.facts == null) return []
  const { facts, personal, erased, batch, status, registered, subject } = state
  return [
    {
      id: record.id,
      day: dayOf(record.view) ?? 0,
      surname: personal?.surname ?? '',
      given: personal?.given ?? '',
      patronymic: personal?.patronymic ?? '',
      organisation: personal?.organisation ?? '',
      maskedIin: maskIin(personal?.iin ?? ''),
      category: personal?.category ?? null,
      eotinish: personal?.eotinish ?? '',
      officialText: personal?.officialText ?? '',
      erased,
      marked: facts.problems.length > 0,
      needsUpdate: record.unread,
      batch,
      facts,
      status,
      number: registered?.number ?? null,
      booking: registered?.booking ?? null,
      cameOn: registered?.registration.asOf ?? registered?.registration.catchUp?.on ?? null,
      profile: registered?.profile ?? null,
      atReception: registered?.registration.atReception ?? null,
      needs: registered?.registration.needs ?? [],
      correctBy: registered?.correctBy ?? null,
      extendedTo: registered?.extendedTo ?? null,
      subject,
    },
  ]
}
