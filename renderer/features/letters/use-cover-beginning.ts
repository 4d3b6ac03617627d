import i18next from 'i18next'
import { useMemo } from 'react'
import type { Facts } from '#shared/letter/fill.ts'
import { findTemplate } from '#shared/letter/templates.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import type { CoverOf } from '#shared/report/addressees.ts'
import { countText, romanQuarter } from '#shared/report/figures.ts'
import { findSection } from '#shared/report/report-paper.ts'
import type { ReportVersion } from '#shared/report/transitions.ts'
import { useDesk } from '../../app/desk-context.ts'
import { useOffice, useOfficials } from '../../app/desk-rows.ts'
import { useRows } from '../../app/use-rows.ts'
import type { EntityState } from '../../db/query-types.ts'
import { bothTexts } from '../../print/both-texts.ts'
import type { Beginning } from './composed.ts'
import { useBothDates } from './use-both-dates.ts'

const NOTHING = {}

/** What a cover letter of a version is made of; null where there is no such version, undefined until all of it is read. */
export function useCoverBeginning(
  { version, to }: CoverOf,
  report: EntityState<'report'> | null | undefined,
): (Beginning & { readonly set: string | null }) | null | undefined {
  const { start } = useDesk()
  const office = useOffice()
  const officials = useOfficials()
  const templates = useRows('templates.all', NOTHING)
  const words = useBothDates()
  return useMemo(() => {
    if (!office || officials === undefined || templates === undefined || report === undefined) return undefined
    const frozen = report?.versions.find(one => one.version === version)
    if (frozen === undefined) return null
    const { profile } = frozen
    const found = findTemplate('report_cover', profile, templates)
    const { addressee } = profileOf(profile).reportLetters[to] ?? {}
    if (found === null || addressee === undefined) return null
    return {
      kind: 'report_cover',
      profile,
      answered: null,
      languages: ['kk', 'ru'],
      addressee: { kk: addressee.kk.split('\n'), ru: addressee.ru.split('\n') },
      template: found.template,
      set: found.set,
      facts: coverFacts(frozen),
      officials,
      executor: { name: start.user?.name ?? '', phone: office.phone },
      words,
    }
  }, [office, officials, templates, report, version, to, start.user, words])
}

function coverFacts({ document, version, on }: ReportVersion): Facts {
  const quarter = { year: document.quarter.slice(0, 4), quarter: romanQuarter(document.quarter) }
  const figure = (key: string) => {
    const line = findSection(document, 'summary')?.lines.find(one => one.key === key)
    return { kind: 'text', text: countText(line?.current ?? 0) } as const
  }
  return {
    quarter: { kind: 'both', texts: bothTexts(i18next)('report.sheet.column.period', quarter) },
    report_version: { kind: 'text', text: String(version) },
    frozen_on: { kind: 'date', date: on },
    registered_count: figure('summary.registered'),
    received_count: figure('summary.received'),
  }
}
