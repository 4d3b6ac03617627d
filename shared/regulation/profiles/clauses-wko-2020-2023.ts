import type { ClauseEntry, UpTo } from '../clauses.ts'
import { executed, recorded } from './clause-entry.ts'
import { WKO_CONTROL_CLAUSES } from './clauses-wko-control.ts'

const TERM = 'shared/regulation/terms.ts#getTerm'
const DECISIONS = 'shared/application/decisions.ts#DECISION_TYPES'
const ACTS = 'shared/application/statuses.ts#actsUnder'
const OWED = 'shared/letter/duties.ts#owedLetters'
const FAULTS = 'shared/application/decision-faults.ts'
const FINDINGS = 'shared/application/findings.ts#findingsOf'

/** The clauses of regulation No. 289 in the edition of 20 January 2023, in our words. */
export const WKO_CLAUSES: Readonly<Record<UpTo<38>, ClauseEntry>> = {
  1: executed(
    'Қабылдау тәртібі ӘРПК-ге, жергілікті басқару туралы заңға, Президент пен Үкімет актілеріне сүйенеді.',
    'Порядок приема опирается на АППК, закон о местном управлении, акты Президента и Правительства.',
    ['shared/regulation/profile.ts#profileOn', 'shared/regulation/profile.ts#coverageOf'],
    ['settings', 'report'],
  ),
  2: executed(
    'Қабылдаушылар: әкім мен орынбасарлары, аппарат басшысы мен орынбасарлары, құрылымдық бөлімше басшылары, уәкілетті қызметкерлер.',
    'Принимают аким и заместители, руководитель аппарата и заместители, руководители отделов, уполномоченные работники.',
    [
      'shared/official/model.ts#OfficialCategory',
      'shared/official/post.ts#inOffice',
      'shared/report/quarterly-lines.ts#officialLines',
      'shared/compliance/registration-checks.ts#receivers',
    ],
    ['directories', 'schedule', 'report'],
  ),
  3: executed(
    'Бөлімше басшысы мен уәкілетті қызметкер келіскен адамды жүгінген күні қабылдайды.',
    'Руководитель отдела и уполномоченный работник принимают согласного посетителя в день обращения.',
    [
      'shared/application/registration.ts#Registration',
      'shared/application/talon-data.ts#talonDataOf',
      'shared/compliance/term-checks.ts#sameDay',
    ],
    ['register', 'reception', 'report'],
  ),
  4: executed(
    'Қабылдауға жазу жұмыс күндері жұмыс уақытында, түскі үзіліспен, төрт арна арқылы жүргізіледі.',
    'На прием записывают в рабочие дни и часы с перерывом на обед, по четырем каналам.',
    [
      FINDINGS,
      'shared/application/working-time.ts#partOfDay',
      'shared/application/working-time.ts#countedFrom',
      'shared/compliance/registration-checks.ts#workingTime',
    ],
    ['register', 'report'],
  ),
  5: executed(
    'Мәселенің мәні жазылмаған өтініш қаралмайды, бұл арыз берушіге хабарланады.',
    'Обращение без сути вопроса остается без рассмотрения, заявителю сообщают.',
    [FINDINGS, ACTS, `${FAULTS}#completenessFaults`, OWED, 'shared/compliance/letter-checks.ts#lettersOf'],
    ['register', 'applications', 'letters', 'report'],
  ),
  6: executed(
    'Әкім мен орынбасарларының әрқайсысы бекітілген кесте бойынша айына кемінде бір рет қабылдайды; кездесуден кейінгі қабылдау бөлек.',
    'Аким и каждый заместитель принимают по утвержденному графику хотя бы раз в месяц; прием после встреч – отдельно.',
    [
      'shared/schedule/monthly-duty.ts#monthlyDuty',
      'shared/schedule/propose.ts#proposeSchedule',
      'shared/schedule/findings.ts#findingsOf',
      'shared/schedule/kind-faults.ts#kindFaultsOf',
      'shared/compliance/schedule-checks.ts#monthlyReceptions',
    ],
    ['schedule', 'report'],
  ),
  7: executed(
    'Аты-жөні мен қабылдау күндері бар кесте қазақ және орыс тілдерінде бөлмеде ілінеді және сайтта жарияланады.',
    'График с именами и днями приема вывешивают в приемной и размещают на сайте на двух языках.',
    [
      'shared/schedule/posted-sheet.ts#postedSheet',
      'shared/schedule/posted-sheet.ts#fullName',
      'shared/posting/standing.ts#placesOf',
      'shared/posting/public-schedule.ts#publicSchedule',
      'shared/compliance/schedule-checks.ts#postedNames',
      'shared/compliance/posting-checks.ts#postings',
    ],
    ['schedule', 'report'],
  ),
  8: executed(
    'Орынбасар әкімнің қабылдау күні көрсетілген тапсырмасымен кестеден тыс қабылдай алады.',
    'Заместитель может принять вне графика по поручению акима, где названа дата.',
    [
      'shared/schedule/kind-faults.ts#kindFaultsOf',
      'shared/schedule/findings.ts#findingsOf',
      'shared/compliance/reception-checks.ts#offSchedule',
    ],
    ['schedule', 'report'],
  ),
  9: executed(
    'Қабылдауға дейін жеке басты куәландыратын құжат, өзгенің атынан келгенде өкілеттік құжаты көрсетіледі.',
    'До приема показывают документ, удостоверяющий личность, а от имени других – и документ о полномочиях.',
    [
      'shared/visit/transitions.ts#VISIT_ACTS',
      'shared/visit/identity.ts#faultsOfCheck',
      'shared/visit/identity.ts#lacksPowers',
      'shared/visit/identity.ts#mayAdmit',
      'shared/compliance/visit-checks.ts#identities',
    ],
    ['reception', 'register', 'report'],
  ),
  10: recorded(
    'Шетелдік пен азаматтығы жоқ адам құпиялылық режимі сақталып, қажет болса аудармашымен қабылданады.',
    'Иностранца и лицо без гражданства принимают с соблюдением режима секретности, при необходимости с переводчиком.',
    [FINDINGS, 'shared/application/registration.ts#Need', 'shared/compliance/registration-checks.ts#interpreters'],
    ['register', 'report'],
    {
      kk: 'Режим талаптарының тізбесі мен халықаралық шарт белгісі әлі жоқ.',
      ru: 'Перечня требований режима и отметки о международном договоре еще нет.',
    },
  ),
  11: executed(
    'Қабылдау кезекпен өтеді; ардагерлер, мүгедектігі бар адамдар, жүкті әйелдер және аталған атақ иелері кезектен тыс кіреді.',
    'Принимают по очереди; ветераны, лица с инвалидностью, беременные женщины и удостоенные названных наград идут вне очереди.',
    [
      'shared/visit/queue.ts#orderOfLine',
      'shared/visit/out-of-turn.ts#isOutOfTurn',
      'shared/regulation/offered-categories.ts#offeredCategories',
      'shared/compliance/visit-checks.ts#outOfTurn',
      'shared/compliance/visit-checks.ts#callOrder',
    ],
    ['reception', 'register', 'report'],
  ),
  12: executed(
    'Арыз беруші келіссе, әкім мен орынбасарлары бейнеконференцбайланыспен қабылдай алады.',
    'С согласия заявителя аким и заместители могут принять по видеоконференцсвязи.',
    [
      'shared/plan/stands.ts#agreesToVideo',
      'shared/plan/fill.ts#fillTimes',
      'shared/plan/offers.ts#offering',
      'shared/compliance/booking-checks.ts#videoConsents',
    ],
    ['schedule', 'report'],
  ),
  13: executed(
    'Шектеу шаралары кезінде қабылдау тек бейнеконференцбайланыспен өтеді.',
    'При ограничительных мерах принимают только по видеоконференцсвязи.',
    [
      'shared/plan/cascade.ts#cascadeOfRestriction',
      'shared/plan/stands.ts#whyNoPlace',
      'shared/restriction/transitions.ts#foldRestriction',
      'shared/compliance/booking-checks.ts#byVideoAlone',
    ],
    ['schedule', 'report'],
  ),
  14: executed(
    'Құзыретке кірмейтін мәселемен және сол мәселе бойынша қабылданған не жауап алған адам жазылмайды.',
    'Не записывают с вопросом вне компетенции и тех, кто по тому же вопросу принят или получил ответ.',
    [
      DECISIONS,
      'shared/application/refusal-faults.ts#refusalFaults',
      `${FAULTS}#competenceFaults`,
      `${FAULTS}#repeatFaults`,
      'shared/repeat/find-repeats.ts#findRepeats',
      OWED,
      'shared/compliance/decision-checks.ts#repeatsNotReceived',
      'shared/compliance/decision-checks.ts#namedRepeats',
    ],
    ['register', 'applications', 'letters', 'report'],
  ),
  15: executed(
    'Қабылдай алмайтын адам қызметкерге кемінде 2 жұмыс күні бұрын немесе сол күні хабарлайды.',
    'Кто не может принять, сообщает об этом за 2 рабочих дня или раньше либо в сам день.',
    [
      'shared/plan/cascade.ts#cascadeOf',
      'shared/plan/told.ts#toldOf',
      'shared/absence/transitions.ts#foldAbsence',
      'shared/application/running-terms.ts#runningTerms',
      'shared/letter/duties.ts#formerTime',
      'shared/compliance/reception-checks.ts#absencesTold',
    ],
    ['schedule', 'letters', 'report'],
  ),
  16: executed(
    'Қабылдау күні құжат ресімдеуге заң консультанты, психолог, әлеуметтік қызметкер, сол күндері ғана волонтер көмектеседі.',
    'В день приема с документами помогают юридический консультант, психолог, социальный работник и только тогда волонтеры.',
    [
      'shared/reception-helper/days.ts#helpersOn',
      'shared/reception-helper/days.ts#datesWithoutReception',
      'shared/compliance/reception-checks.ts#helpersThere',
    ],
    ['directories', 'reception', 'report'],
  ),
  17: executed(
    'Әкімнің қабылдауына прокуратура, ішкі істер, сыбайлас жемқорлыққа қарсы орган мен сот әкімшілігі өкілдері шақырылады.',
    'На прием акима приглашают представителей прокуратуры, внутренних дел, антикоррупционного органа и судебной администрации.',
    [
      'shared/directory/invited.ts#invitedByClause',
      'shared/plan/readiness.ts#boardOf',
      'shared/reception/transitions.ts#foldReception',
      'shared/compliance/reception-checks.ts#bodiesAsked',
      'shared/compliance/reception-checks.ts#bodiesThere',
    ],
    ['directories', 'schedule', 'report'],
  ),
  18: executed(
    'Мәселе аумақтық бөлімшенің құзыретінен асса, орталық органның бірінші басшысына сауал жолданады.',
    'Если вопрос шире компетенции территориального подразделения, запрос направляют первому руководителю центрального органа.',
    [
      'shared/application/decisions.ts#Competence',
      OWED,
      'shared/compliance/letter-checks.ts#lettersOf',
      'shared/compliance/reception-checks.ts#bodiesConnected',
    ],
    ['applications', 'letters', 'report'],
  ),
  19: executed(
    'Сауал мен мерзімнің ұзартылғаны арыз берушіге 2 жұмыс күнінде хабарланады.',
    'О запросе и продлении заявителю сообщают в течение 2 рабочих дней.',
    [OWED, TERM, 'shared/compliance/letter-checks.ts#lettersOf'],
    ['applications', 'letters', 'report'],
  ),
  20: executed(
    'Органның бірлескен қабылдауға қатыспауы туралы Президент Әкімшілігіне 2 жұмыс күнінде жазылады.',
    'Об отказе органа участвовать в Администрацию Президента пишут в течение 2 рабочих дней.',
    [
      TERM,
      'shared/plan/readiness.ts#boardOf',
      'shared/reception/transitions.ts#foldReception',
      'shared/letter/model.ts#LETTER_KINDS',
      'shared/compliance/letter-checks.ts#reportedRefusals',
    ],
    ['schedule', 'letters', 'report'],
  ),
  21: executed(
    'Қабылдау арыз берушінің қалауымен мемлекеттік не орыс тілінде өтеді.',
    'Прием идет на государственном или русском языке, как желает заявитель.',
    [
      'shared/application/model.ts#Language',
      'shared/application/talon-data.ts#talonDataOf',
      'shared/compliance/letter-checks.ts#letterLanguages',
    ],
    ['register', 'reception', 'report'],
  ),
  22: executed(
    'Қабылдау үстінде аппарат қызметкерін шақыруға не басқа лауазымды адаммен уақыт келісуге болады.',
    'В ходе приема можно пригласить работника аппарата или назначить время у другого должностного лица.',
    [
      'shared/reception/day-faults.ts#calledInFault',
      'shared/reception/transitions.ts#foldReception',
      'shared/compliance/reception-checks.ts#calledIn',
    ],
    ['reception', 'report'],
  ),
  23: executed(
    'Қабылдау хаттамаланады: әр тапсырманың нақты мерзімі болады және ол өтінішке тіркеледі.',
    'Прием протоколируют: у каждого поручения точный срок, оно прикреплено к обращению.',
    [
      'shared/protocol/rules.ts#protocolFaults',
      'shared/protocol/sheet.ts#protocolSheet',
      'shared/instruction/rules.ts#instructionFaults',
      'electron/desk/protocols.ts#signProtocol',
      'shared/compliance/protocol-checks.ts#minuted',
    ],
    ['reception', 'applications', 'today', 'report'],
  ),
  24: executed(
    'Қабылдаулар туралы бұқаралық ақпарат құралдары жазады.',
    'О приемах рассказывают средства массовой информации.',
    [
      'shared/reception/day-faults.ts#coverageFault',
      'shared/reception/transitions.ts#foldReception',
      'shared/compliance/reception-checks.ts#coverage',
    ],
    ['schedule', 'report'],
    { kk: 'Тоқсандық есепке енгізілмейді.', ru: 'В квартальный отчет не входит.' },
  ),
  25: executed(
    'Өтініш түскен күні e-Otinish жүйесінде тіркеліп, арыз берушіге талон беріледі.',
    'Обращение в день подачи регистрируют в e-Otinish и выдают заявителю талон.',
    [
      'shared/application/talon-data.ts#talonDataOf',
      'shared/change/project-view.ts#marksOf',
      'shared/application/number.ts#numberText',
      'shared/compliance/term-checks.ts#eotinishNumbers',
      'shared/compliance/term-checks.ts#talons',
      'shared/visit/transitions.ts#wasInRoom',
      'shared/eotinish/match.ts#matchNumbers',
    ],
    ['register', 'today', 'applications', 'reception', 'report'],
  ),
  26: executed(
    'Бөлім қабылдаудан 5 жұмыс күні бұрын күнін не бас тартуды ұсынып, анықтамалық ақпарат дайындайды.',
    'Отдел за 5 рабочих дней до приема готовит справку с предложением: назначить или отказать.',
    [
      'shared/plan/notes.ts#notesOf',
      'shared/plan/duties.ts#brokenDuties',
      'shared/plan/readiness.ts#boardOf',
      'shared/application/running-terms.ts#runningTerms',
      'shared/compliance/booking-checks.ts#briefings',
    ],
    ['schedule', 'report'],
  ),
  27: executed(
    'Шешімдер бойынша Бөлім қабылданатын адамдардың тізімін жасап, қабылдау бөлмесіне береді.',
    'По решениям Отдел составляет список принимаемых и отдает его в приемную.',
    [
      'shared/plan/placed.ts#placedOf',
      'shared/plan/readiness.ts#boardOf',
      'shared/reception/transitions.ts#foldReception',
      'shared/compliance/reception-checks.ts#listsHanded',
    ],
    ['schedule', 'report'],
  ),
  28: executed(
    'Жауапты қызметкер тізімді қабылдау кестесіне кезегімен орналастырады.',
    'Ответственный работник ставит список в график по очереди.',
    [
      'shared/plan/fill.ts#fillTimes',
      'shared/plan/placed.ts#placedOf',
      'shared/plan/freed.ts#freedOf',
      'shared/application/registration.ts#Booking',
      'shared/compliance/booking-checks.ts#bookedInOrder',
    ],
    ['schedule', 'register', 'applications', 'report'],
  ),
  29: executed(
    'Тіркелгеннен кейін 15 күнтізбелік күн ішінде уақыты мен күні хабарланады не дәлелді бас тарту жіберіледі.',
    'В течение 15 календарных дней с регистрации сообщают дату и время или мотивированно отказывают.',
    [
      TERM,
      'shared/application/working-time.ts#countedFrom',
      'shared/application/running-terms.ts#runningTerms',
      'shared/application/refusal-faults.ts#refusalFaults',
      OWED,
      'shared/compliance/term-checks.ts#answers',
      'shared/compliance/letter-checks.ts#lettersOf',
    ],
    ['today', 'register', 'applications', 'letters', 'report'],
  ),
  30: executed(
    'Күрделі мәселеде басшының не орынбасарының дәлелді шешімімен мерзім тіркелгеннен екі айға дейін ұзарады, хат жіберіледі.',
    'По сложному вопросу срок мотивированно продлевает руководитель или заместитель, до двух месяцев с регистрации, с письмом.',
    [
      `${FAULTS}#extensionFaults`,
      'shared/application/decision-terms.ts#extensionLimit',
      TERM,
      OWED,
      'shared/compliance/decision-checks.ts#extensions',
      'shared/compliance/letter-checks.ts#lettersOf',
    ],
    ['applications', 'letters', 'report'],
  ),
  ...WKO_CONTROL_CLAUSES,
}
