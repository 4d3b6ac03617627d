import type { Survey } from '#shared/survey/model.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useDirectoryName } from '../../components/use-directories.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'

/** The name of a stratum of a survey in the language of the screen. Null: answers that are told apart by nothing. */
export function useStratumName(): (survey: Pick<Survey, 'kind' | 'by'>, code: string | null) => string {
  const { t } = useWords()
  const nameOf = useDirectoryName()
  return ({ kind, by }, code) => {
    if (code === null) return t('survey.stratum.mixed')
    if (code === '') return t('survey.stratum.unknown')
    if (by === 'all') return t('survey.by.all')
    if (by === 'language') return t(code === 'kk' ? 'language.long.kk' : 'language.long.ru')
    if (by === 'district' || by === 'channel') return nameOf(by, code)
    if (kind === 'applicants') return nameOf('outcome', code)
    return t(code === 'declined' ? 'survey.stratum.declined' : 'survey.stratum.consulted')
  }
}

/** A share 0 to 1 as whole percent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** The days of a survey. */
export function periodText({ from, to }: Pick<Survey, 'from' | 'to'>, { dates }: Words): string {
  return `${screenDate(from, dates)} \u2013 ${screenDate(to, dates)}`
}
