import type { TalonData } from '#shared/application/talon.ts'
import { clean } from '#shared/text/clean.ts'
import { type DateWords, officialDate } from '#shared/time/official-date.ts'
import type { Translate } from '../../i18n/use-words.ts'

/** A label and what stands to it. */
export interface Pair {
  readonly label: string
  readonly text: string
}

/** What a talon says, in order, in the words of its language: the same for a sheet of text and for a ticket. */
export interface TalonBlocks {
  readonly office: string
  readonly title: string
  readonly subtitle: string
  /** Null: not a copy. */
  readonly copy: { readonly mark: string; readonly why: string } | null
  readonly number: Pair & { readonly note: string }
  readonly pairs: readonly Pair[]
  readonly next: { readonly title: string; readonly sentences: readonly string[]; readonly pairs: readonly Pair[] }
  readonly foot: readonly Pair[]
  readonly keep: string
}

/** Puts a talon into words. Every text that was typed is cleaned: no direction marks, nothing invisible, no line ends. */
export function talonBlocks(data: TalonData, t: Translate, dates: DateWords): TalonBlocks {
  const { language, office } = data
  const other = language === 'kk' ? 'ru' : 'kk'
  const pick = (text: TalonData['office']['name']) => clean(text[language]) || clean(text[other])
  const acceptedBy = [clean(data.acceptedBy.name), pick(data.acceptedBy.position)].filter(Boolean).join(', ')
  return {
    office: pick(office.name),
    title: t('talon.sheet.title'),
    subtitle: t('talon.sheet.subtitle'),
    copy:
      data.reprint === null
        ? null
        : {
            mark: t('talon.sheet.copy'),
            why: t('talon.sheet.copy_why', { reason: t(`talon.reason.${data.reprint}`) }),
          },
    number: { label: t('talon.sheet.number'), text: clean(data.number), note: noteOf(data, t) },
    pairs: filled([
      { label: t('talon.sheet.eotinish'), text: clean(data.eotinish) },
      {
        label: t('talon.sheet.given_on'),
        text: t('talon.sheet.moment', { date: officialDate(data.on, dates), time: data.at }),
      },
      { label: t('talon.sheet.mark'), text: data.atReception ? t('register.at_reception.mark') : '' },
      { label: t('talon.sheet.applicant'), text: clean(data.applicant) },
      { label: t('talon.sheet.organisation'), text: clean(data.organisation) },
      { label: t('talon.sheet.accepted_by'), text: acceptedBy },
    ]),
    next: { title: t('talon.sheet.next'), ...nextOf(data.next, data.profile, t, dates) },
    foot: filled([
      { label: t('talon.sheet.reception_room'), text: roomOf(office.room, t) },
      { label: t('talon.sheet.address'), text: pick(office.address) },
      { label: t('talon.sheet.phone'), text: unbroken(clean(office.phone)) },
    ]),
    keep: t('talon.sheet.keep'),
  }
}

/** Whose the number is; as long as e-Otinish has given none, that one follows the same day (clause 25). */
function noteOf({ eotinish, profile }: TalonData, t: Translate): string {
  if (clean(eotinish) !== '') return t('talon.sheet.number_own')
  return profile === 'WKO-2020/2023' ? t('talon.sheet.number_follows') : t('talon.sheet.number_follows_2026')
}

function nextOf(
  next: TalonData['next'],
  profile: TalonData['profile'],
  t: Translate,
  dates: DateWords,
): Omit<TalonBlocks['next'], 'title'> {
  switch (next.kind) {
    case 'answer_by': {
      const date = officialDate(next.by, dates, 'from')
      const isRegulation = profile === 'WKO-2020/2023'
      const sentence = isRegulation ? t('talon.sheet.answer_by', { date }) : t('talon.sheet.answer_by_2026', { date })
      return { sentences: [sentence], pairs: [] }
    }
    case 'reception': {
      const date = officialDate(next.on, dates)
      const moment = next.at === null ? date : t('talon.sheet.moment', { date, time: next.at })
      const pairs = [
        { label: t('talon.sheet.reception'), text: moment },
        { label: t('talon.sheet.official'), text: clean(next.official) },
        { label: t('talon.sheet.place'), text: roomOf(next.room, t) },
      ]
      return { sentences: [t('talon.sheet.bring')], pairs: filled(pairs) }
    }
    case 'today': {
      const pairs = [
        { label: t('talon.sheet.ticket'), text: clean(next.ticket) },
        { label: t('talon.sheet.place'), text: roomOf(next.room, t) },
      ]
      const sentence = t('talon.sheet.today', { date: officialDate(next.on, dates, 'on') })
      return { sentences: [sentence, t('talon.sheet.bring')], pairs: filled(pairs) }
    }
  }
}

function roomOf(room: string, t: Translate): string {
  const own = clean(room)
  return own === '' ? '' : t('talon.sheet.room', { room: own })
}

/** A telephone number stays on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

function filled(pairs: readonly Pair[]): Pair[] {
  return pairs.filter(pair => pair.text !== '')
}
