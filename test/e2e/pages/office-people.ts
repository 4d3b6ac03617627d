import { Official } from '#shared/official/model.ts'
import type { AtDesk } from './at-desk.ts'
import { act } from './reception.ts'

const person = (
  surname: readonly [string, string],
  given: readonly [string, string],
  patronymic: readonly [string, string],
) => {
  const both = ([kk, ru]: readonly [string, string]) => ({ kk, ru })
  return { surname: both(surname), given: both(given), patronymic: both(patronymic) }
}

/** Invented people of an office: who receives, who signs letters, and who executes. */
export const OFFICE_PEOPLE: readonly Official[] = [
  {
    ...{ id: 'akim-1', category: 'akim', room: '301' },
    name: person(['Сапаров', 'Сапаров'], ['Дәурен', 'Даурен'], ['Маратұлы', 'Маратович']),
    position: { kk: 'Батыс Қазақстан облысының әкімі', ru: 'Аким Западно-Казахстанской области' },
    unit: { kk: '', ru: '' },
  },
  {
    ...{ id: 'head-2', category: 'head_of_apparatus', room: '215' },
    name: person(['Есенғалиев', 'Есенгалиев'], ['Нұрлан', 'Нурлан'], ['Қайратұлы', 'Кайратович']),
    position: { kk: 'Облыс әкімі аппаратының басшысы', ru: 'Руководитель аппарата акима области' },
    unit: { kk: '', ru: '' },
  },
  {
    ...{ id: 'unit-3', category: 'unit_head', room: '112' },
    name: person(['Ахметов', 'Ахметов'], ['Бауыржан', 'Бауржан'], ['Серікұлы', 'Серикович']),
    position: {
      kk: 'Тұрғын үй-коммуналдық шаруашылық басқармасының басшысы',
      ru: 'Руководитель управления жилищно-коммунального хозяйства',
    },
    unit: { kk: 'Тұрғын үй-коммуналдық шаруашылық басқармасы', ru: 'Управление жилищно-коммунального хозяйства' },
  },
].map(one => Official.parse({ ...one, rule: null, from: '10:00', to: '13:00' }))

/** Adds them to the directory as another window would. */
export async function seedOfficePeople(at: AtDesk): Promise<void> {
  for (const official of OFFICE_PEOPLE) {
    await act(at, `official:${official.id}`, 'official.added', null, { official, batch: null })
  }
}
