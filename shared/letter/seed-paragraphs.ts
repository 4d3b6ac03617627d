import type { LetterTemplate, TemplateParagraph } from './model.ts'

/** A paragraph of a template. */
export function paragraph(kk: string, ru: string): TemplateParagraph {
  return { kk, ru, optional: false }
}

/** A paragraph that is left out where one of its facts is empty. */
export function optional(kk: string, ru: string): TemplateParagraph {
  return { kk, ru, optional: true }
}

/** A template without a heading, as short letters have none. */
export function template(...paragraphs: readonly TemplateParagraph[]): LetterTemplate {
  return { heading: { kk: '', ru: '' }, paragraphs: [...paragraphs] }
}

/** The number in e-Otinish, where it is known. */
export const EOTINISH = optional(
  'e-Otinish жүйесіндегі тіркеу нөмірі: {{eotinish}}.',
  'Регистрационный номер в системе e-Otinish: {{eotinish}}.',
)

/** How a decision is appealed against (Code art. 80(5), 91, 92). Never left out of a decision against the applicant. */
export const APPEAL = paragraph(
  'Осы шешіммен келіспесеңіз, Әкімшілік рәсімдік-процестік кодекстің 91 және 92-баптарына сәйкес, шешім туралы Сізге белгілі болған күннен бастап үш ай ішінде шағым беруге құқылысыз. Шағым осы шешімді қабылдаған органға беріледі, ол шағымды әкімшілік іспен бірге үш жұмыс күні ішінде шағымды қарайтын органға жібереді.',
  'Если Вы не согласны с этим решением, в соответствии со статьями 91 и 92 Административного процедурно-процессуального кодекса Вы вправе подать жалобу в течение трех месяцев со дня, когда Вам стало известно о решении. Жалоба подается в орган, решение которого обжалуется; в течение трех рабочих дней он направляет ее вместе с административным делом в орган, рассматривающий жалобу.',
)

/** By whom it is decided to extend, why and until when. */
export const EXTENDED = [
  paragraph(
    '{{decided_on|of}} шешіммен қарау мерзімі {{until|to}} дейін ұзартылды. Шешімді қабылдаған: {{decided_by}}.',
    'Решением от {{decided_on}} срок рассмотрения обращения продлен до {{until}}. Решение принял: {{decided_by}}.',
  ),
  paragraph('Ұзарту себебі: {{reason}}.', 'Причина продления: {{reason}}.'),
]

/** Of a refusal: facts, evidence, where to turn. */
export const GROUNDS = [
  paragraph('Анықталған мән-жайлар: {{facts}}.', 'Установленные обстоятельства: {{facts}}.'),
  paragraph('Бұл мынадай материалдармен расталады: {{evidence}}.', 'Это подтверждается материалами: {{evidence}}.'),
  paragraph(
    'Осы мәселе бойынша Сіз мына органға жүгіне аласыз: {{where_to_turn}}.',
    'По этому вопросу Вы можете обратиться: {{where_to_turn}}.',
  ),
]

/** When, where, before whom, and what to bring. */
export const RECEPTION = [
  paragraph(
    'Қабылдаушы: {{official}}.\nКүні мен уақыты: {{reception_date}}, сағат {{reception_time}}.\nОрны: {{place}}.',
    'Принимает: {{official}}.\nДата и время: {{reception_date}}, {{reception_time}}.\nМесто: {{place}}.',
  ),
  paragraph(
    'Қабылдауға жеке басыңызды куәландыратын құжатты, ал басқа тұлғаның атынан келсеңіз, өкілеттігіңізді растайтын құжатты ала келуіңізді сұраймыз.',
    'Просим иметь при себе документ, удостоверяющий личность, а если Вы действуете от имени другого лица, – документ, подтверждающий полномочия.',
  ),
  optional(
    'Келе алмайтын болсаңыз, {{phone}} телефонына хабарлауыңызды сұраймыз.',
    'Если Вы не сможете прийти, просим сообщить по телефону {{phone}}.',
  ),
]
