/** Settlements of the region whose names the two languages write differently: `code: Kazakh / Russian`. */
export const PLACES = `
  oral: орал қаласы / уральск*
  astana: астана* / астан*, нур-султан*
  almaty: алматы* / алматы*
  aqsai: ақсай* / аксай*
  dariyan: дариян* / дарьинск*
  zashagan: зашаған* / зачаганск*, зашаган*
  peremetnoe: переметный* / переметн*
  podstepnoe: подстепный* / подстепн*
  derkul: деркөл* / деркул*
  chapaev: чапаев* / чапаев*
  shyngyrlau: шыңғырлау* / чингирлау*, шынгырлау*
  zhympity: жымпиты* / жымпит*, джамбейт*
  taipaq: тайпақ* / тайпак*
  kaztal: қазталов* / казталов*
  saiqyn: сайқын* / сайхин*, сайкын*
  khan_orda: хан ордас* / ханск* ставк*, хан орда*, урда
  zhangala: жаңақала* / жангал*, жанакал*
  fedorovka: федоров* / федоров*
  taskala: тасқала* / таскал*
  karatobe: қаратөбе* / каратоб*
  zhanybek: жәнібек* / жанибек*, джаныбек*
  zhalpaqtal: жалпақтал* / жалпактал*, фурманов*
  burlin: бөрлі* / бурлин*
  makarov: макаров* / макаров*
  ianaikin: янайкин* / янайкин*
  trekin: трекин* / трекин*
  michurin: мичурин* / мичурин*
  zhelaev: желаев* / желаев*
  akzhaiyk: ақжайық* / акжаик*
  baiterek: бәйтерек* / байтерек*, зеленовск*`
