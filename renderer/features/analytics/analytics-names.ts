import { kindOfPeriod, type PeriodCode } from '#shared/analytics/period.ts'
import type { Finding, Responsible } from '#shared/analytics/systemic.ts'
import type { Language } from '#shared/application/model.ts'
import type { Directories } from '#shared/directory/model.ts'
import type { Official } from '#shared/official/model.ts'
import { romanQuarter } from '#shared/report/figures.ts'
import { quarterTitle } from '#shared/time/official-date.ts'
import { Quarter } from '#shared/time/plain-date.ts'
import { directoryName } from '../../components/directory-name.ts'
import { officialName } from '../../components/official-name.ts'
import type { Words } from '../../i18n/use-words.ts'

/** What codes are called in one language. */
export interface Names {
  readonly topic: (code: string | null) => string
  readonly district: (code: string | null) => string
  /** A topic, a district, or both; what is null is not named. */
  readonly place: (place: Pick<Finding, 'topic' | 'district'>) => string
  readonly responsible: (one: Omit<Responsible, 'count'>) => string
  readonly official: (id: string | null) => string
  readonly period: (code: PeriodCode) => string
}

interface Known {
  readonly directories: Directories
  readonly officials: readonly Official[]
}

/** The names of codes in a language. */
export function namesIn(
  language: Language,
  { t, dates }: Pick<Words, 't' | 'dates'>,
  { directories, officials }: Known,
): Names {
  const topic = (code: string | null) => directoryName('topic', code, language, directories) || t('analytics.no_topic')
  const district = (code: string | null) =>
    directoryName('district', code, language, directories) || t('analytics.no_district')
  const official = (id: string | null) => {
    const known = officials.find(one => one.id === id)
    return known === undefined ? t('analytics.load.nobody') : officialName(known, language)
  }
  return {
    topic,
    district,
    official,
    place: one =>
      [one.topic === null ? null : topic(one.topic), one.district === null ? null : district(one.district)]
        .filter(part => part !== null)
        .join(', '),
    responsible: ({ body, unit, officialId }) =>
      body === null ? unit || official(officialId) : directoryName('body', body, language, directories),
    period: code => {
      const year = code.slice(0, 4)
      const kind = kindOfPeriod(code)
      if (kind === 'quarter') return quarterTitle(Quarter.parse(code), dates)
      return kind === 'year'
        ? t('analytics.period.year', { year })
        : t('analytics.period.half', { year, half: romanQuarter(code) })
    },
  }
}
