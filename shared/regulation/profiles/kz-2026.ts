import { plainDate } from '../../time/plain-date.ts'
import { LACKS, type Profile } from '../model.ts'
import { after, before, clause, code } from './rule.ts'

/**
 * Rules of personal reception, Government decree No. 663 of 28 July 2026, with the Code as amended by the law of 17 December
 * 2025. In force ten calendar days after its first publication: the day itself is not held, 8 August 2026 is the earliest.
 */
export const KZ_2026: Profile = {
  id: 'KZ-2026',
  editions: [
    {
      from: plainDate(2026, 8, 8),
      to: null,
      notHeld: [],
      source: {
        kk: 'Қазақстан Республикасы Үкіметінің 2026 жылғы 28 шілдедегі № 663 қаулысы',
        ru: 'Постановление Правительства Республики Казахстан от 28 июля 2026 года № 663',
      },
    },
  ],
  terms: {
    registration: after(clause('5'), 'receipt', 0, 'working_days'),
    answer: after(clause('13'), 'registration', 15, 'working_days'),
    extension: after(clause('14'), 'extension', 2, 'months'),
    extension_notice: after(clause('14'), 'extension', 3, 'working_days'),
    correction: after(clause('6'), 'told_to_correct', 3, 'working_days'),
    return: after(code('64(7)'), 'correction_over', 3, 'working_days'),
    // The Russian text counts from the receipt, the Kazakh one from the registration, which is never earlier.
    forwarding: { ...after(clause('6'), 'receipt', 3, 'working_days'), textsDiffer: 'receipt_or_registration' },
    request_notice: after(clause('30'), 'request_sent', 2, 'working_days'),
    body_refusal_report: after(clause('31'), 'body_refused', 2, 'working_days'),
    official_tells: before(clause('26'), 'reception', 2, 'working_days'),
    briefing: before(clause('18'), 'reception', 5, 'working_days'),
    list_handed: before(clause('32'), 'reception', 2, 'working_days'),
    protocol_sent: after(clause('37'), 'signing', 3, 'working_days'),
    schedule_approved: before(clause('19'), 'quarter_begin', 1, 'working_days'),
    report: before(clause('40'), 'quarter_end', 0, 'working_days'),
    appeal: after(code('92'), 'notice', 3, 'months'),
  },
  unsignedChannels: ['call_centre'],
  outOfTurn: {
    clause: clause('23'),
    categories: [
      'veteran_ww2',
      'veteran_equated',
      'veteran_combat',
      'veteran_labour',
      'disability',
      'pregnant',
      'altyn_qyran',
      'halyq_qaharmany',
      'hero_labour',
    ],
  },
  incomplete: { clause: clause('6'), decision: 'returned', lacks: LACKS },
  refusal: {
    clauses: {
      same_decision: clause('17(1)'),
      court_act: clause('17(2)'),
      returned: clause('17(3)'),
      withdrawal: clause('17(4)'),
    },
    repeat: 'only_decided',
  },
  extension: { deciders: ['head', 'deputy', 'apparatus_head'], ground: 'facts' },
  schedule: {
    clause: clause('19'),
    period: 'quarter',
    approver: 'head_of_apparatus',
    postedIn: ['site', 'center'],
  },
  refusedBodyTo: 'government_office',
  reportTo: ['government_office', 'president_control'],
  reportLetters: {
    government_office: {
      clause: clause('40'),
      addressee: {
        kk: 'Қазақстан Республикасы\nҮкіметінің Аппаратына',
        ru: 'В Аппарат Правительства\nРеспублики Казахстан',
      },
    },
    president_control: {
      clause: clause('41'),
      addressee: {
        kk: 'Қазақстан Республикасы Президенті Әкімшілігінің\nӨтініштердің қаралуын бақылау бөліміне',
        ru: 'В Отдел по контролю за рассмотрением обращений\nАдминистрации Президента Республики Казахстан',
      },
    },
  },
  executorBar: { clause: clause('12'), bars: 'assigned' },
  identity: clause('22'),
  recording: clause('21'),
}
