import type { LetterTemplate } from './model.ts'
import { APPEAL, EOTINISH, optional, paragraph, template } from './seed-paragraphs.ts'

/** What of the letters about an instruction differs between the acts. */
interface ActWords {
  /** The word of the act for what was handed in: "your ..." and "..." at the beginning of a sentence, in Kazakh. */
  readonly yours: string
  readonly matter: string
  /** By what the answer is the final one, and by what it is reminded. */
  readonly final: { readonly kk: string; readonly ru: string }
  readonly reminded: { readonly kk: string; readonly ru: string }
}

interface ControlTemplates {
  readonly final_answer: LetterTemplate
  readonly interim_answer: LetterTemplate
  readonly reminder: LetterTemplate
}

const INSTRUCTED = paragraph('Тапсырма: {{action}}.', 'Поручение: {{action}}.')

/** Letters about an instruction: the final reasoned answer, how it stands meanwhile, and what reminds its executor. */
export function controlTemplates({ yours, matter, final, reminded }: ActWords): ControlTemplates {
  return {
    final_answer: template(
      paragraph(
        `{{received_on|on}} өткен жеке қабылдаудың № {{protocol_number}} хаттамасы бойынша берілген тапсырмаға сәйкес Сіздің {{registered|on}} тіркелген № {{number}} ${yours} қаралды.`,
        'В соответствии с поручением, данным в протоколе № {{protocol_number}} личного приема, состоявшегося {{received_on}}, рассмотрено Ваше обращение № {{number}}, зарегистрированное {{registered}}.',
      ),
      EOTINISH,
      INSTRUCTED,
      paragraph('Анықталғаны және орындалғаны: {{report}}.', 'Установлено и исполнено: {{report}}.'),
      paragraph('Қабылданған шешім: {{decision}}.', 'Принятое решение: {{decision}}.'),
      paragraph('Шешімнің негіздемесі: {{motives}}.', 'Мотивы решения: {{motives}}.'),
      paragraph(final.kk, final.ru),
      APPEAL,
    ),
    interim_answer: template(
      paragraph(
        `Сіздің {{registered|on}} тіркелген № {{number}} ${yours} бойынша {{received_on|on}} өткен жеке қабылдауда берілген тапсырманың (№ {{protocol_number}} хаттама) орындалу барысын хабарлаймыз.`,
        'Сообщаем о ходе исполнения поручения, данного по Вашему обращению № {{number}}, зарегистрированному {{registered}}, на личном приеме, состоявшемся {{received_on}} (протокол № {{protocol_number}}).',
      ),
      EOTINISH,
      INSTRUCTED,
      paragraph('Орындалудың қазіргі жай-күйі: {{progress}}.', 'Состояние исполнения: {{progress}}.'),
      paragraph('Тапсырманы орындау мерзімі: {{due_on}}.', 'Срок исполнения поручения: {{due_on}}.'),
      paragraph(
        'Бұл хат түпкілікті жауап емес: түпкілікті дәлелді жауап тапсырма орындалғаннан кейін беріледі.',
        'Это письмо не является окончательным ответом: окончательный мотивированный ответ будет дан после исполнения поручения.',
      ),
    ),
    reminder: template(
      paragraph(reminded.kk, reminded.ru),
      paragraph(
        `Хаттама: № {{protocol_number}}, {{received_on}}. ${matter}: № {{number}}, {{registered}}.`,
        'Протокол: № {{protocol_number}} от {{received_on}}. Обращение: № {{number}} от {{registered}}.',
      ),
      INSTRUCTED,
      optional('Орындаушы: {{executor}}.', 'Исполнитель: {{executor}}.'),
      paragraph('Орындау мерзімі: {{due_on}}.', 'Срок исполнения: {{due_on}}.'),
      paragraph(
        'Тапсырманың орындалғаны туралы ақпаратты осы мерзімнен кешіктірмей, ал мерзім өтіп кеткен болса, дереу ұсынуыңызды сұраймыз.',
        'Информацию об исполнении просим представить не позднее этого срока, а если он уже истек, – незамедлительно.',
      ),
      optional('Байланыс телефоны: {{phone}}.', 'Контактный телефон: {{phone}}.'),
    ),
  }
}
