import { plainDate } from '../../time/plain-date.ts'
import type { Profile } from '../model.ts'
import { after, before, clause, code } from './rule.ts'

/**
 * Regulation of the akimat of West Kazakhstan Region, No. 289 of 9 December 2020; the edition of 20 January 2023 is held whole.
 * It came into force when it was published, not before it was registered on 10 December 2020; No. 10 of 20 January 2023 and No. 153
 * of 12 July 2023, which repealed it, ten calendar days after their first publication. Those days are not held: the earliest stand.
 */
export const WKO_2020_2023: Profile = {
  id: 'WKO-2020/2023',
  editions: [
    {
      from: plainDate(2020, 12, 10),
      to: plainDate(2023, 1, 30),
      notHeld: ['1', '6', '11', '17', '25', '30', '34'],
      source: {
        kk: 'Батыс Қазақстан облысы әкімдігінің 2020 жылғы 9 желтоқсандағы № 289 қаулысы',
        ru: 'Постановление акимата Западно-Казахстанской области от 9 декабря 2020 года № 289',
      },
    },
    {
      from: plainDate(2023, 1, 31),
      to: plainDate(2023, 7, 22),
      notHeld: [],
      source: {
        kk: 'Батыс Қазақстан облысы әкімдігінің 2020 жылғы 9 желтоқсандағы № 289 қаулысы (2023 жылғы 20 қаңтардағы № 10 қаулының редакциясында)',
        ru: 'Постановление акимата Западно-Казахстанской области от 9 декабря 2020 года № 289 (в редакции постановления от 20 января 2023 года № 10)',
      },
    },
  ],
  terms: {
    registration: after(clause('25'), 'receipt', 0, 'working_days'),
    answer: after(clause('29'), 'registration', 15, 'calendar_days'),
    extension: after(clause('30'), 'registration', 2, 'months'),
    extension_notice: after(code('76(3)'), 'extension', 3, 'working_days'),
    forwarding: after(code('65'), 'receipt', 3, 'working_days'),
    request_notice: after(clause('19'), 'request_sent', 2, 'working_days'),
    body_refusal_report: after(clause('20'), 'body_refused', 2, 'working_days'),
    official_tells: before(clause('15'), 'reception', 2, 'working_days'),
    briefing: before(clause('26'), 'reception', 5, 'working_days'),
    report: before(clause('38'), 'quarter_end', 0, 'working_days'),
    appeal: after(code('92'), 'notice', 3, 'months'),
  },
  unsignedChannels: [],
  outOfTurn: {
    clause: clause('11'),
    categories: [
      'veteran_ww2',
      'veteran_combat',
      'veteran_equated',
      'disability',
      'pregnant',
      'altyn_qyran',
      'halyq_qaharmany',
      'hero_labour',
    ],
  },
  incomplete: { clause: clause('5'), decision: 'left', lacks: ['essence'] },
  refusal: { clauses: { competence: clause('14'), repeat: clause('14') }, repeat: 'refused' },
  extension: { deciders: ['head', 'deputy'], ground: 'complex' },
  schedule: { clause: clause('6'), period: 'month', approver: 'akim', postedIn: ['room', 'site'] },
  refusedBodyTo: 'president_control',
  reportTo: ['akim', 'president_control'],
  reportLetters: {
    akim: { clause: clause('38'), addressee: { kk: 'Облыс әкіміне', ru: 'Акиму области' } },
    president_control: {
      clause: clause('38'),
      addressee: {
        kk: 'Қазақстан Республикасының Президенті Әкімшілігінің\nӨтініштерді қарауды бақылау бөліміне',
        ru: 'В Отдел по контролю за рассмотрением обращений\nАдминистрации Президента Республики Казахстан',
      },
    },
  },
  executorBar: { clause: clause('35'), bars: 'decided' },
  identity: clause('9'),
  recording: null,
}
