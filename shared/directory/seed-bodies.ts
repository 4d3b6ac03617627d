import { type Entry, entry } from './model.ts'

/** Bodies that are invited or to which a matter belongs (clauses 14, 17); the office adds what and where. */
export const BODIES: readonly Entry[] = [
  entry('prosecutor', 'Прокуратура', 'Прокуратура'),
  entry('police', 'Полиция департаменті', 'Департамент полиции'),
  entry('anticorruption', 'Сыбайлас жемқорлыққа қарсы қызмет департаменті', 'Департамент Антикоррупционной службы'),
  entry('courts', 'Сот әкімшілігі', 'Судебная администрация'),
  entry('state_revenue', 'Мемлекеттік кірістер департаменті', 'Департамент государственных доходов'),
  entry('justice', 'Әділет департаменті', 'Департамент юстиции'),
]
