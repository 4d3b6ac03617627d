import type { Language } from '#shared/application/model.ts'
import { numberText } from '#shared/application/number.ts'
import type { LetterPersonal } from '#shared/letter/model.ts'
import { outgoingText } from '#shared/letter/number.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { applicantName } from '../../components/applicant-name.ts'
import type { LetterRow } from '../../db/query-types.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import type { Words } from '../../i18n/use-words.ts'

/** A column of the journal of outgoing letters: on the screen, on paper and in a table alike. */
export interface OutgoingColumn {
  readonly title: LocaleKey
  readonly text: (row: LetterRow, words: Pick<Words, 't' | 'dates' | 'language'>) => string
}

/** Whom a letter goes to as its sheet says it, on one line. */
export function addresseeText(personal: LetterPersonal | null, language: Language): string {
  return personal?.addressee[language].filter(line => line !== '').join(' ') ?? ''
}

/** The journal of outgoing letters. The applicant stands as in the list of applications; what proves a dispatch, as it was noted. */
export const OUTGOING_COLUMNS: readonly OutgoingColumn[] = [
  { title: 'letters.column.number', text: ({ state }) => (state.signed ? outgoingText(state.signed.number) : '') },
  {
    title: 'letters.column.date',
    text: ({ state }, { dates }) => (state.signed ? screenDate(state.signed.on, dates) : ''),
  },
  {
    title: 'letters.column.addressee',
    text: ({ application, state }, { t, language }) => {
      if (application === null) return addresseeText(state.personal, language)
      return application.erased ? t('applications.erased') : applicantName(application) || application.organisation
    },
  },
  {
    title: 'letters.column.kind',
    text: ({ state }, { t }) => (state.letter ? t(`letter.kind.${state.letter.kind}`) : ''),
  },
  {
    title: 'letters.column.application',
    text: ({ application }) => (application?.number ? numberText(application.number) : ''),
  },
  {
    title: 'letters.column.sent',
    text: ({ state: { status, sent } }, { t, dates }) => {
      if (sent === null) return status === 'absent' ? '' : t(`letter.status.${status}`)
      return `${t(`letter.channel.${sent.channel}`)}, ${screenDate(sent.on, dates)}`
    },
  },
  {
    title: 'letters.column.proof',
    text: ({ state: { dispatches } }, { t }) => {
      const proofs = dispatches.flatMap(({ arrived, said }) => (arrived && said ? [said] : []))
      const tries = dispatches.filter(({ arrived }) => !arrived).length
      return [...proofs, ...(tries === 0 ? [] : [t('letters.attempts', { count: tries })])].join('; ')
    },
  },
]
