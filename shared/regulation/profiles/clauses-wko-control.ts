import type { ClauseEntry } from '../clauses.ts'
import { excluded, executed } from './clause-entry.ts'

/** Clauses 31 to 38 of regulation No. 289: materials, control, the survey, the report. Part of `WKO_CLAUSES`. */
export const WKO_CONTROL_CLAUSES = {
  31: executed(
    'Қабылдауға қажет материалдар сұралса, бөлімшелер мен аумақтық органдар ұсынуға міндетті.',
    'Материалы для приема подразделения и территориальные органы обязаны представить по требованию.',
    [
      'shared/demand/transitions.ts#foldDemand',
      'shared/demand/rules.ts#proposedDue',
      'shared/compliance/exchange-checks.ts#demandedMaterials',
      'electron/desk/exchange.ts#demandExchange',
    ],
    ['today', 'applications', 'letters', 'control', 'report'],
  ),
  32: executed(
    'Хаттамалық тапсырмаларды Бөлім бақылайды.',
    'Протокольные поручения контролирует Отдел.',
    [
      'shared/instruction/transitions.ts#foldInstruction',
      'shared/instruction/ladder.ts#latenessOf',
      'shared/instruction/forecast.ts#forecastOf',
      'shared/compliance/control-checks.ts#instructionsInTime',
    ],
    ['today', 'applications', 'letters', 'control', 'report'],
  ),
  33: executed(
    'Арыз берушіге түпкілікті дәлелді жауап берілгенде ғана бақылаудан алынады.',
    'С контроля снимают, только когда заявителю дан окончательный мотивированный ответ.',
    [
      'shared/instruction/transitions.ts#INSTRUCTION_ACTS',
      'shared/instruction/closing.ts#mayClose',
      'electron/desk/instructions.ts#demandInstruction',
      'shared/compliance/control-checks.ts#closedWithAnswer',
    ],
    ['today', 'applications', 'letters', 'control', 'report'],
  ),
  34: excluded(
    '2023 жылғы 20 қаңтардағы № 10 қаулымен алынып тасталған.',
    'Исключен постановлением № 10 от 20 января 2023 года.',
  ),
  35: executed(
    'Мәселені бұрын шешкен қызметкерге өтініш қайта тапсырылмайды.',
    'Работнику, который уже разрешал вопрос, обращение не поручают.',
    [
      'shared/instruction/bars.ts#whoMayNot',
      'electron/desk/executor-bars.ts#demandNotBarred',
      'shared/compliance/executor-checks.ts#executors',
    ],
    ['applications', 'control', 'report'],
  ),
  36: executed(
    'Қанағаттану деңгейі бақыланады; консультация алғандар мен жазылудан бас тартқандарға телефон арқылы іріктеп сауалнама жүргізіледі.',
    'За удовлетворенностью следят; получивших консультацию и отказавшихся от записи выборочно опрашивают по телефону.',
    [
      'shared/survey/draw.ts#draw',
      'shared/survey/figures.ts#surveyFigures',
      'shared/compliance/survey-checks.ts#surveys',
    ],
    ['report', 'today'],
  ),
  37: executed(
    'Бөлім талдауды, қатысушыларды, кері байланысты және Call-орталықтың үздіксіз жұмысын қамтамасыз етеді.',
    'Отдел обеспечивает аналитику, участников, обратную связь и непрерывную работу Call-центра.',
    [
      'shared/contact/model.ts#Contact',
      'shared/report/quarterly.ts#quarterlyReport',
      'shared/analytics/analytics.ts#analyticsOf',
      'shared/feedback/transitions.ts#foldFeedback',
      'shared/feedback/figures.ts#feedbackFigures',
      'shared/callcentre/transitions.ts#foldCallCentre',
      'shared/callcentre/figures.ts#callCentreFigures',
      'shared/compliance/exchange-checks.ts#callCentre',
    ],
    ['today', 'applications', 'settings', 'report'],
  ),
  38: executed(
    'Қабылдау бөлмесінің жұмысы туралы тоқсан сайын әкімге және Президент Әкімшілігіне баяндалады.',
    'О работе приемной каждый квартал докладывают акиму и в Администрацию Президента.',
    [
      'shared/report/quarterly.ts#quarterlyReport',
      'shared/report/transitions.ts#foldReport',
      'shared/report/due.ts#reportDue',
      'shared/compliance/report-checks.ts#reportsSent',
    ],
    ['report', 'letters', 'today'],
  ),
} as const satisfies Readonly<Record<number, ClauseEntry>>
