import type { ClauseEntry } from '../clauses.ts'
import { executed, outside } from './clause-entry.ts'

const TERM = 'shared/regulation/terms.ts#getTerm'
const LETTERS = 'shared/letter/model.ts#LETTER_KINDS'

/** Rules 33 to 42 of decree No. 663: the reception itself, protocols, the survey, the report. Part of `KZ_RULES`. */
export const KZ_CONTROL_RULES = {
  33: executed(
    'Кезек талонын алған арыз иесі ертіп апарылып, тізім және кезек бойынша шақырылады.',
    'Заявителя с талоном очереди провожают и вызывают по списку и очереди.',
    [
      'shared/visit/queue.ts#orderOfLine',
      'shared/visit/number.ts#ticketText',
      'shared/compliance/visit-checks.ts#callOrder',
    ],
    ['reception', 'report'],
  ),
  34: executed(
    'Сұралған органдар мен ұйымдар бейнеконференцбайланыспен қосылады.',
    'Запрошенные органы и организации подключаются по видеоконференцсвязи.',
    [
      'shared/plan/readiness.ts#boardOf',
      'shared/reception/transitions.ts#foldReception',
      'shared/compliance/reception-checks.ts#bodiesConnected',
    ],
    ['schedule', 'report'],
  ),
  35: executed(
    'Нәтиже 2-қосымша нысанындағы хаттамамен, шешімі, тапсырмасы және мерзімімен ресімделеді.',
    'Итог оформляют протоколом по форме приложения 2: решение, поручение, срок.',
    [
      'shared/protocol/rules.ts#protocolFaults',
      'shared/protocol/sheet.ts#protocolSheet',
      'electron/desk/protocols.ts#signProtocol',
      'shared/compliance/protocol-checks.ts#minuted',
    ],
    ['reception', 'applications', 'today', 'report'],
  ),
  36: executed(
    'Хаттаманы жұмыскер жүйеде жасап, карточкаға белгі қояды, материалдарды тіркейді.',
    'Протокол работник составляет в системе, отмечает в карточке, прилагает материалы.',
    [
      'shared/protocol/transitions.ts#foldProtocol',
      'electron/desk/protocols.ts#demandProtocol',
      'shared/compliance/protocol-checks.ts#minuted',
    ],
    ['reception', 'applications', 'report'],
  ),
  37: executed(
    'Қол қойылған хаттама 3 жұмыс күнінде арыз иесіне жіберіледі, тапсырмалар жолданымға тіркеледі.',
    'Подписанный протокол в течение 3 рабочих дней направляют заявителю, поручения прикрепляют к обращению.',
    [
      TERM,
      LETTERS,
      'shared/protocol/rules.ts#protocolTerm',
      'electron/desk/protocols.ts#signProtocol',
      'shared/compliance/protocol-checks.ts#protocolsSent',
    ],
    ['reception', 'applications', 'today', 'report'],
  ),
  38: executed(
    'Қанағаттану деңгейі кеңес алып, жазылудан бас тартқандардан телефонмен іріктеп сұралып бақыланады.',
    'За удовлетворенностью следят выборочным телефонным опросом получивших консультацию и отказавшихся от записи.',
    [
      'shared/survey/draw.ts#draw',
      'shared/survey/figures.ts#surveyFigures',
      'shared/compliance/survey-checks.ts#surveys',
    ],
    ['report', 'today'],
  ),
  39: executed(
    'Бақылау бөлімшесі талдауды, қатысуды, кері байланысты, шектеу кезінде бейнеқабылдауды қамтамасыз етеді.',
    'Контролирующее подразделение обеспечивает аналитику, участие, обратную связь, а при ограничениях – видеоприем.',
    [
      'shared/report/quarterly.ts#quarterlyReport',
      'shared/analytics/analytics.ts#analyticsOf',
      'shared/feedback/transitions.ts#foldFeedback',
      'shared/feedback/figures.ts#feedbackFigures',
      'shared/compliance/exchange-checks.ts#followUps',
      'shared/restriction/transitions.ts#foldRestriction',
      'shared/reception/transitions.ts#foldReception',
    ],
    ['today', 'applications', 'schedule', 'report'],
  ),
  40: executed(
    'Қабылдау бөлмелері мен орталықтардың жұмысы туралы тоқсан сайын Үкімет Аппаратына хабарланады.',
    'О работе приемных и центров каждый квартал сообщают в Аппарат Правительства.',
    [
      'shared/report/quarterly.ts#quarterlyReport',
      'shared/report/transitions.ts#foldReport',
      'shared/report/due.ts#reportDue',
      'shared/compliance/report-checks.ts#reportsSent',
    ],
    ['report', 'letters', 'today'],
  ),
  41: executed(
    'Сол нәтижелер тоқсан сайын Президент Әкімшілігінің бақылау бөліміне де беріледі.',
    'Те же результаты каждый квартал представляют и в контрольный отдел Администрации Президента.',
    [
      'shared/report/quarterly.ts#quarterlyReport',
      'shared/regulation/profile.ts#profileOf',
      'shared/compliance/report-checks.ts#reportsSent',
    ],
    ['report', 'letters', 'today'],
  ),
  42: outside(
    'Кодекстің 3-бабының төртінші бөлігі атаған қатынастарға Қағидалар жүрмейді.',
    'На отношения из части четвертой статьи 3 Кодекса Правила не действуют.',
  ),
} as const satisfies Readonly<Record<number, ClauseEntry>>
