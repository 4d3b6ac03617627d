import { plainDate } from '../time/plain-date.ts'
import type { FactName } from './facts.ts'
import type { Fact } from './fill.ts'

const both = (kk: string, ru: string) => ({ kind: 'both', texts: { kk, ru } }) as const
const text = (words: string) => ({ kind: 'text', text: words }) as const
const date = (month: number, day: number) => ({ kind: 'date', date: plainDate(2026, month, day) }) as const

/** Facts of a made-up application: what a text of letters is shown with while it is edited. Nobody's data. */
export const SAMPLE_FACTS: Readonly<Record<FactName, Fact>> = {
  number: text('А-2026-000123'),
  registered: date(11, 20),
  eotinish: text('ЖТ-2026-00000000'),
  applicant: both('Үлгі арыз беруші', 'Пример заявителя'),
  essence: both('мәселенің мәні', 'суть вопроса'),
  official: both('облыс әкімінің орынбасары Үлгі лауазымды адам', 'заместитель акима области Пример должностного лица'),
  reception_date: date(12, 8),
  reception_time: text('15:00'),
  place: both(
    'Орал қаласы, Достық-Дружба даңғылы, 179, 305-кабинет',
    'г. Уральск, пр. Достык-Дружба, 179, кабинет 305',
  ),
  phone: text('+7 7112 51-00-00'),
  reason: both('себебі', 'причина'),
  facts: both('анықталған мән-жайлар', 'установленные обстоятельства'),
  evidence: both('2026 жылғы 5 мамырдағы № 45 қорытынды', 'заключение от 5 мая 2026 года № 45'),
  where_to_turn: both('жер қатынастары бөлімі', 'отдел земельных отношений'),
  subpoint: text('1'),
  earlier_number: text('А-2026-000045'),
  earlier_date: date(5, 5),
  until: date(12, 30),
  decided_on: date(12, 2),
  decided_by: both('облыс әкімінің орынбасары', 'заместитель акима области'),
  lacks: both('мәселенің мәні, пошталық мекенжай', 'суть вопроса, почтовый адрес'),
  correct_by: date(11, 25),
  body: both('Полиция департаменті', 'Департамент полиции'),
  forwarded_on: date(11, 23),
  requested_on: date(11, 23),
  answer_by: date(11, 30),
  refused_on: date(11, 30),
  moved_from: date(12, 1),
  received_on: date(12, 8),
  protocol_number: text('17'),
  action: both('көше жарығын қалпына келтіру', 'восстановить уличное освещение'),
  due_on: date(12, 28),
  executor: both('Үлгі орындаушы', 'Пример исполнителя'),
  report: both('көше жарығы қалпына келтірілді', 'уличное освещение восстановлено'),
  decision: both('өтініш қанағаттандырылды', 'обращение удовлетворено'),
  motives: both('көшедегі желінің тозуы тексеру актісімен расталды', 'износ уличной сети подтвержден актом осмотра'),
  progress: both('жұмыс жүргізіліп жатыр', 'работы ведутся'),
  materials: both('жер учаскесі туралы құжаттардың көшірмелері', 'копии документов на земельный участок'),
  materials_by: date(11, 30),
  quarter: both('2026 жылғы III тоқсан', 'III квартал 2026 года'),
  report_version: text('1'),
  frozen_on: date(10, 12),
  registered_count: text('430'),
  received_count: text('250'),
}
