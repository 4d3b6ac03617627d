import type { ClauseEntry, UpTo } from '../clauses.ts'
import { executed, outside } from './clause-entry.ts'
import { KZ_CONTROL_RULES } from './clauses-kz-control.ts'

const TERM = 'shared/regulation/terms.ts#getTerm'
const OWED = 'shared/letter/duties.ts#owedLetters'
const FAULTS = 'shared/application/decision-faults.ts'
const ACTS = 'shared/application/statuses.ts#actsUnder'
const RUNNING = 'shared/application/running-terms.ts#runningTerms'
const FINDINGS = 'shared/application/findings.ts#findingsOf'
const LETTERS = 'shared/letter/model.ts#LETTER_KINDS'

/** The rules of decree No. 663 of 28 July 2026, in our words. */
export const KZ_RULES: Readonly<Record<UpTo<42>, ClauseEntry>> = {
  1: executed(
    'Қағидалар Кодекстің 90-бабына сүйенеді және басшылар мен орынбасарларының жеке қабылдауын реттейді.',
    'Правила опираются на статью 90 Кодекса и регулируют личный прием руководителями и заместителями.',
    ['shared/regulation/profile.ts#profileOn', 'shared/regulation/profile.ts#coverageOf'],
    ['settings', 'report'],
  ),
  2: outside(
    'Ұғымдар: орталық, жауапты қызметкер, жеке қабылдау, жинақтау секторы, қоғамдық қабылдау бөлмесі мен жұмыскерлері.',
    'Понятия: центр, ответственный сотрудник, личный прием, накопительный сектор, общественная приемная и работники.',
  ),
  3: executed(
    'Басшылар мен орынбасарлары бекітілген графикпен айына кемінде бір рет қабылдайды.',
    'Руководители и заместители принимают по утвержденному графику хотя бы раз в месяц.',
    ['shared/schedule/monthly-duty.ts#monthlyDuty', 'shared/compliance/schedule-checks.ts#monthlyReceptions'],
    ['schedule', 'report'],
    {
      kk: 'Әкім мен орынбасарлары ғана есептеледі, басқарма басшылары емес.',
      ru: 'Считаются только аким и заместители, не руководители управлений.',
    },
  ),
  4: outside('Орталық өз регламентімен жұмыс істейді.', 'Центр работает по своему регламенту.'),
  5: executed(
    'Қолы бар жолданым түскен күні бірегей нөмірмен, жұмыстан кейін не демалыс күні келсе, келесі жұмыс күні тіркеледі.',
    'Обращение с подписью регистрируют в день поступления под уникальным номером, после работы или в выходной – в ближайший рабочий день.',
    [
      'shared/application/working-time.ts#findAsOf',
      'shared/application/number.ts#registrationKey',
      'shared/regulation/channel-finding.ts#signatureNeeded',
      TERM,
      'shared/compliance/term-checks.ts#eotinishNumbers',
      'shared/compliance/registration-checks.ts#workingTime',
    ],
    ['register', 'today', 'report'],
  ),
  6: executed(
    'Жолданым қабылданбай қалмайды: кемшілікке 3 жұмыс күні беріліп, кейін қайтарылады; өзгенікі 3 жұмыс күнінде жолданады.',
    'Обращение принимают всегда: на исправление 3 рабочих дня, затем возврат; чужое перенаправляют в течение 3 рабочих дней.',
    [
      FINDINGS,
      'shared/application/proposals.ts#plainLacks',
      ACTS,
      `${FAULTS}#completenessFaults`,
      `${FAULTS}#returnFaults`,
      `${FAULTS}#competenceFaults`,
      TERM,
      OWED,
      'shared/compliance/decision-checks.ts#returns',
      'shared/compliance/decision-checks.ts#forwardings',
      'shared/compliance/letter-checks.ts#lettersOf',
    ],
    ['register', 'applications', 'letters', 'report'],
  ),
  7: executed(
    'Әрекетке қабілетсіз адам үшін заңды өкілі, өзге үшін сенімхатпен өкіл жүгінеді; шет тіліндегісі куәландырылған аудармамен беріледі.',
    'За недееспособного обращается законный представитель, за других – представитель по доверенности; иноязычное подают с заверенным переводом.',
    [
      FINDINGS,
      'shared/application/registration.ts#Powers',
      'shared/application/registration.ts#Principal',
      'shared/compliance/booking-checks.ts#representedPowers',
    ],
    ['register', 'report'],
    { kk: 'Аударма сұралмайды.', ru: 'О переводе не спрашивается.' },
  ),
  8: executed(
    'Жұмыскер жеке басты анықтайды, ресімдеуге көмектеседі, келісім алады, талон береді, құжаттарды қайтарады.',
    'Работник устанавливает личность, помогает оформить, берет согласие, выдает талон, возвращает документы.',
    [
      'shared/application/talon-data.ts#talonDataOf',
      'shared/application/registration.ts#Registration',
      'shared/compliance/term-checks.ts#talons',
    ],
    ['register', 'applications', 'report'],
    { kk: 'Жауап алу тәсілі жазылмайды.', ru: 'Способ получения ответа не записывается.' },
  ),
  9: outside(
    'Жүйеге салынбайтын қосымшасы бар қағаз жолданым тізіліммен жинақтау секторынан өтеді.',
    'Бумажное обращение с приложениями, которые не вложить в систему, идет по реестру через накопительный сектор.',
  ),
  10: outside(
    'Жауапты орталық электрондық кезекпен береді, келіспегенге шағымдану жолын түсіндіреді.',
    'Ответ выдает центр по электронной очереди, несогласному разъясняет обжалование.',
  ),
  11: executed(
    'Қабылдауда берілген жолданым «жеке қабылдаудан» белгісімен тіркеледі.',
    'Поданное на приеме регистрируют с отметкой «с личного приема».',
    ['shared/visit/transitions.ts#wasInRoom', 'shared/compliance/term-checks.ts#eotinishOfHandedIn'],
    ['reception', 'register', 'applications', 'report'],
  ),
  12: executed(
    'Бұрын тапсырылған қызметкерге қайта тапсырылмайды; мәселе шешілмесе, қайта қабылдаудан бас тартылмайды.',
    'Кому уже поручали, снова не поручают; пока вопрос не решен, в повторном приеме не отказывают.',
    [
      `${FAULTS}#repeatFaults`,
      'shared/application/refusal-faults.ts#mustBeSettled',
      'shared/repeat/find-repeats.ts#findRepeats',
      'shared/compliance/decision-checks.ts#namedRepeats',
      'shared/instruction/bars.ts#whoMayNot',
      'electron/desk/executor-bars.ts#demandNotBarred',
      'shared/compliance/executor-checks.ts#executors',
    ],
    ['applications', 'register', 'report'],
  ),
  13: executed(
    'Тіркелгеннен кейін 15 жұмыс күні ішінде қабылдау күні мен уақыты Кодекстің 66-бабы тәртібімен хабарланады.',
    'В течение 15 рабочих дней с регистрации сообщают дату и время приема в порядке статьи 66 Кодекса.',
    [
      TERM,
      'shared/application/working-time.ts#countedFrom',
      RUNNING,
      OWED,
      'shared/compliance/term-checks.ts#answers',
      'shared/compliance/letter-checks.ts#lettersOf',
    ],
    ['today', 'register', 'applications', 'letters', 'report'],
  ),
  14: executed(
    'Мерзімді басшы, орынбасары не аппарат басшысы уәжді шешіммен, сол күннен екі айға дейін ұзартып, 3 жұмыс күнінде хабарлайды.',
    'Срок мотивированно продлевает руководитель, заместитель или руководитель аппарата, до двух месяцев от решения, извещая в течение 3 рабочих дней.',
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
  15: outside(
    'Жазу туралы шешім күні жүйеде қабылдаудың есептік карточкасы ашылады.',
    'В день решения о записи в системе заводят карточку учета приема.',
  ),
  16: executed(
    'Қабылдауда шешілмеген мәселе жазбаша жолданым болып қаралады.',
    'Не решенное на приеме становится письменным обращением.',
    ['shared/visit/transitions.ts#wasInRoom', 'shared/compliance/booking-checks.ts#writtenDown'],
    ['reception', 'register', 'report'],
  ),
  17: executed(
    'Сол мәселеге шешім, заңды күшіне енген сот актісі, қайтару не кері қайтарып алу болса, жазу тоқтатылады.',
    'Запись прекращают, если есть решение о том же, вступивший в силу судебный акт, возврат или отзыв.',
    [
      'shared/application/refusal-faults.ts#refusalFaults',
      'shared/application/refusal-faults.ts#refusalGrounds',
      'shared/application/statuses.ts#APPLICATION_ACTS',
      OWED,
      'shared/compliance/decision-checks.ts#groundedRefusals',
      'shared/compliance/letter-checks.ts#lettersOf',
    ],
    ['applications', 'letters', 'report'],
  ),
  18: executed(
    'Қабылдаудан 5 жұмыс күні бұрын күнін не бас тартуды ұсынатын анықтамалық ақпарат жасалады.',
    'За 5 рабочих дней до приема готовят справку с предложением: назначить или отказать.',
    [
      'shared/plan/notes.ts#notesOf',
      'shared/plan/duties.ts#brokenDuties',
      'shared/plan/readiness.ts#boardOf',
      RUNNING,
      'shared/compliance/booking-checks.ts#briefings',
    ],
    ['schedule', 'report'],
  ),
  19: executed(
    'График тоқсан басталғанша 1-қосымша нысанымен бекітіліп, екі тілде сайт пен орталықта көрсетіледі.',
    'График утверждают до начала квартала по форме приложения 1 и показывают на двух языках на сайте и в центре.',
    [
      'shared/schedule/annex-sheet.ts#annexSheet',
      'shared/posting/standing.ts#placesOf',
      TERM,
      'shared/compliance/schedule-checks.ts#quartersApproved',
      'shared/compliance/schedule-checks.ts#postedNames',
      'shared/compliance/posting-checks.ts#postings',
    ],
    ['schedule', 'report'],
  ),
  20: executed(
    'График арыз иелерінің кезегімен, күтіп жүргендердің санына қарай жасалады.',
    'График составляют по очереди заявителей и по числу ожидающих.',
    [
      'shared/plan/fill.ts#fillTimes',
      'shared/plan/placed.ts#placedOf',
      'shared/plan/freed.ts#freedOf',
      'shared/application/registration.ts#Booking',
      'shared/compliance/booking-checks.ts#bookedInOrder',
    ],
    ['schedule', 'register', 'applications', 'report'],
  ),
  21: executed(
    'Қабылдау дыбысқа не бейнеге жазылады; жабдық алдын ала тексеріледі, жазба сақталады.',
    'Прием записывают на аудио или видео; оборудование проверяют заранее, запись хранят.',
    [
      'shared/plan/readiness.ts#boardOf',
      'shared/protocol/rules.ts#protocolFaults',
      'shared/compliance/protocol-checks.ts#recordings',
    ],
    ['schedule', 'reception', 'report'],
    {
      kk: 'Жабдық тексеріледі, жазбаның қайда сақталатыны хаттамада жазылады; жазбаның өзі мұнда сақталмайды.',
      ru: 'Оборудование проверяют, место хранения записи пишут в протоколе; сама запись здесь не хранится.',
    },
  ),
  22: executed(
    'Қабылдауға дейін арыз иесі жеке басын куәландыратын құжатын, өзгенің атынан келсе, өкілеттік құжатын да көрсетеді.',
    'До приема заявитель показывает документ, удостоверяющий личность, а за других – и документ о полномочиях.',
    [
      'shared/visit/transitions.ts#VISIT_ACTS',
      'shared/visit/identity.ts#faultsOfCheck',
      'shared/visit/identity.ts#lacksPowers',
      'shared/compliance/visit-checks.ts#identities',
    ],
    ['reception', 'register', 'report'],
  ),
  23: executed(
    'Қабылдау кезекпен; ардагерлер, еңбек ардагерлері, мүгедектігі бар тұлғалар, жүкті әйелдер және аталған марапат иелері кезексіз.',
    'Принимают по очереди; ветераны, в том числе труда, лица с инвалидностью, беременные и удостоенные названных наград – вне очереди.',
    [
      'shared/visit/queue.ts#orderOfLine',
      'shared/visit/out-of-turn.ts#isOutOfTurn',
      'shared/regulation/offered-categories.ts#offeredCategories',
      'shared/compliance/visit-checks.ts#outOfTurn',
    ],
    ['reception', 'register', 'report'],
  ),
  24: executed(
    'Арыз иесі келіссе, басшылар бейнеконференцбайланыспен қабылдай алады.',
    'С согласия заявителя руководители могут принять по видеоконференцсвязи.',
    [
      'shared/plan/stands.ts#agreesToVideo',
      'shared/plan/fill.ts#fillTimes',
      'shared/plan/offers.ts#offering',
      'shared/compliance/booking-checks.ts#videoConsents',
    ],
    ['schedule', 'report'],
  ),
  25: executed(
    'Қауіпсіздік үшін шектеу енгізілсе, тек бейнеконференцбайланыспен қабылданады.',
    'При ограничениях ради безопасности принимают только по видеоконференцсвязи.',
    [
      'shared/plan/cascade.ts#cascadeOfRestriction',
      'shared/plan/stands.ts#whyNoPlace',
      'shared/restriction/transitions.ts#foldRestriction',
      'shared/compliance/booking-checks.ts#byVideoAlone',
    ],
    ['schedule', 'report'],
  ),
  26: executed(
    'Қабылдай алмайтын басшы 2 жұмыс күні бұрын, ауырса сол күні хабарлайды; жазылғандарға дереу айтылып, қабылдау ең жақын күнге ауысады.',
    'Руководитель предупреждает за 2 рабочих дня, по болезни в тот же день; записанных сразу извещают и переносят на ближайшую дату.',
    [
      'shared/plan/cascade.ts#cascadeOf',
      'shared/plan/told.ts#toldOf',
      'shared/absence/transitions.ts#foldAbsence',
      RUNNING,
      'shared/letter/duties.ts#formerTime',
      'shared/compliance/reception-checks.ts#absencesTold',
    ],
    ['schedule', 'letters', 'report'],
  ),
  27: executed(
    'Негізгі адамның орнына арыз иесі келіссе, міндетін атқарушы қабылдайды.',
    'Вместо основного лица с согласия заявителя принимает исполняющий обязанности.',
    [
      'shared/plan/offers.ts#offering',
      'shared/plan/stands.ts#agreesToOther',
      'shared/compliance/booking-checks.ts#actingConsents',
    ],
    ['schedule', 'report'],
  ),
  28: executed(
    'Қабылдау күні заң кеңесшісі, психолог, әлеуметтік жұмыскер, сол күндері ғана волонтер шақырылады.',
    'В день приема приглашают юридических консультантов, психологов, социальных работников и только тогда волонтеров.',
    [
      'shared/reception-helper/days.ts#helpersOn',
      'shared/reception-helper/days.ts#datesWithoutReception',
      'shared/compliance/reception-checks.ts#helpersThere',
    ],
    ['directories', 'reception', 'report'],
  ),
  29: executed(
    'Мәселе өзге органға қатысты болса, сұрау салу жіберіліп, өкілінің қатысуы қамтамасыз етіледі.',
    'Если вопрос касается другого органа, ему направляют запрос и обеспечивают участие представителя.',
    [
      'shared/plan/readiness.ts#boardOf',
      'shared/reception/transitions.ts#foldReception',
      'shared/directory/seed-bodies.ts#BODIES',
      LETTERS,
      'shared/compliance/reception-checks.ts#bodiesThere',
    ],
    ['schedule', 'letters', 'report'],
  ),
  30: executed(
    'Сұрау салу және қажет болса ұзарту туралы арыз иесіне 2 жұмыс күнінде хабарланады.',
    'О запросе и, если нужно, продлении заявителю сообщают в течение 2 рабочих дней.',
    [OWED, TERM, 'shared/compliance/letter-checks.ts#lettersOf'],
    ['applications', 'letters', 'report'],
  ),
  31: executed(
    'Органның қатысудан бас тартуы туралы Үкімет Аппаратына 2 жұмыс күнінде жазылады.',
    'Об отказе органа участвовать в Аппарат Правительства пишут в течение 2 рабочих дней.',
    [
      TERM,
      'shared/plan/readiness.ts#boardOf',
      'shared/reception/transitions.ts#foldReception',
      LETTERS,
      'shared/compliance/letter-checks.ts#reportedRefusals',
    ],
    ['schedule', 'letters', 'report'],
  ),
  32: executed(
    'Қабылданатындардың түпкілікті тізімі 2 жұмыс күні бұрын орталыққа беріледі.',
    'Окончательный список принимаемых отдают центру за 2 рабочих дня.',
    [
      'shared/plan/readiness.ts#boardOf',
      'shared/reception/transitions.ts#foldReception',
      RUNNING,
      'shared/compliance/reception-checks.ts#listsHanded',
    ],
    ['schedule', 'report'],
  ),
  ...KZ_CONTROL_RULES,
}
