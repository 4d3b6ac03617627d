import { describe, expect, it } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { ProfileId } from '#shared/office/model.ts'
import { explain } from '#shared/regulation/explanation.ts'
import { TERM_IDS, type TermId } from '#shared/regulation/model.ts'
import { countFrom, findTerm, getTerm } from '#shared/regulation/terms.ts'
import { addDays, PlainDate, partsOf } from '#shared/time/plain-date.ts'
import { explanationWords } from '#test/fixtures/explanation.ts'

const LANGUAGES = ['kk', 'ru'] as const
const day = (text: string) => PlainDate.parse(text)
const said = (language: 'kk' | 'ru', term: TermId, profile: ProfileId, from: string) =>
  explain(getTerm(term, profile, day(from), SEED_CALENDAR), explanationWords(language))

describe('why this date', () => {
  it('clause 29, rolled: the event, the rule, the first day, the end on a day off, the warning, an act not in force', () => {
    expect(said('ru', 'answer', 'WKO-2020/2023', '2026-11-20')).toEqual([
      'День регистрации обращения: 20 ноября 2026 года, пятница.',
      'Срок: 15 календарных дней (пункт 29 Регламента).',
      'Этот день не считается: срок идет со следующего дня, с 21 ноября 2026 года (часть 2 статьи 76 АППК).',
      'По счету срок кончается 5 декабря 2026 года (суббота), это нерабочий день. Поэтому последний день – следующий рабочий: 7 декабря 2026 года, понедельник (часть 5 статьи 76 АППК).',
      'Нерабочие дни в конце срока: 5–6 декабря – выходные.',
      'Программа предупреждает с 4 декабря 2026 года: это последний рабочий день до конца срока.',
      'На этот день (20 ноября 2026 года) Регламент (№ 289) не действует: он признан утратившим силу постановлением от 12 июля 2023 года № 153. Срок посчитан по нему, потому что он выбран для этого дня в настройках.',
    ])
  })

  it('rule 13 over the New Year, in Kazakh: runs of weekends together, each holiday by its name, the year not approved', () => {
    expect(said('kk', 'answer', 'KZ-2026', '2026-12-18')).toEqual([
      'Өтініш тіркелген күн: 2026 жылғы 18 желтоқсан, жұма.',
      'Мерзімі: 15 жұмыс күні (Қағидалардың 13-тармағы).',
      'Бұл күн есепке алынбайды: мерзім келесі күннен, 2026 жылғы 19 желтоқсаннан бастап есептеледі (ӘРПК-нің 76-бабының 2-бөлігі).',
      'Есепке алынбаған жұмыс істемейтін күндер: 19–20, 26–27 желтоқсан, 2027 жылғы 3, 9–10 қаңтар – демалыс күндері; 2027 жылғы 1–2 қаңтар – Жаңа жыл; 2027 жылғы 4 қаңтар – Жаңа жылға байланысты демалыс күні; 2027 жылғы 7 қаңтар – православиелік Рождество.',
      'Соңғы күн: 2027 жылғы 13 қаңтар, сәрсенбі.',
      'Күнтізбе әлі бекітілмеген (2027): бұл күн өзгеруі мүмкін.',
    ])
  })

  it('a month without the day, and the end of it on a Sunday', () => {
    const sentences = said('ru', 'extension', 'WKO-2020/2023', '2026-12-31')
    expect(sentences).toContain('В этом месяце нет 31-го числа, поэтому берется последний день месяца.')
    expect(sentences).toContain('Нерабочие дни в конце срока: 28 февраля 2027 года – выходной.')
  })

  it('rule 6: the texts of the forwarding term differ, and it is said which day is counted from; of no other term', () => {
    const differ = {
      kk: 'Тармақтың қазақша мәтінінде мерзім тіркелген күннен, орысша мәтінінде түскен күннен есептеледі: ертерегі алынды.',
      ru: 'В казахском тексте пункта срок считается со дня регистрации, в русском – со дня поступления: взят более ранний.',
    }
    for (const language of LANGUAGES) {
      const telling = ProfileId.options.flatMap(profile =>
        TERM_IDS.filter(term => findTerm(term, profile, day('2026-11-20'), SEED_CALENDAR) !== null)
          .filter(term => said(language, term, profile, '2026-11-20').includes(differ[language]))
          .map(term => `${profile} ${term}`),
      )
      expect(telling).toEqual(['KZ-2026 forwarding'])
    }
  })

  it('counted back: at least so many days before, the day itself not counted', () => {
    const sentences = said('kk', 'briefing', 'KZ-2026', '2026-12-17')
    expect(sentences[1]).toBe('Мерзімі: кемінде 5 жұмыс күні бұрын (Қағидалардың 18-тармағы).')
    expect(sentences.at(-1)).toBe('Соңғы күн: 2026 жылғы 9 желтоқсан, сәрсенбі.')
    expect(sentences.join(' ')).toContain('16 желтоқсан – Тәуелсіздік күні')
  })

  it('what came on a day off is due on the next working day, and is not warned of before it came', () => {
    expect(said('ru', 'registration', 'KZ-2026', '2026-11-22')).toEqual([
      'День поступления обращения: 22 ноября 2026 года, воскресенье.',
      'Нужно сделать в тот же день (пункт 5 Правил).',
      '22 ноября 2026 года (воскресенье) – нерабочий день, поэтому берется следующий рабочий: 23 ноября 2026 года, понедельник.',
      'Нерабочие дни в конце срока: 22 ноября – выходной.',
    ])
  })

  it('a wording that is not held, an act not in force yet: said, never passed over', () => {
    expect(said('ru', 'extension', 'WKO-2020/2023', '2022-03-01').at(-1)).toContain('в программе нет')
    expect(said('ru', 'answer', 'WKO-2020/2023', '2022-03-01').join(' ')).not.toContain('в программе нет')
    expect(said('ru', 'answer', 'KZ-2026', '2026-03-06').at(-1)).toContain('еще не действуют')
    expect(said('ru', 'answer', 'WKO-2020/2023', '2019-03-06').at(-1)).toContain('еще не действует')
  })

  it('an extension names who decided, when, why and until when, before the rule that bounds it', () => {
    const term = getTerm('extension', 'KZ-2026', day('2026-11-25'), SEED_CALENDAR)
    const extension = {
      decider: 'apparatus_head',
      on: day('2026-11-25'),
      ground: 'сұрау салуға жауап күтілуде',
      until: day('2027-01-20'),
    } as const
    expect(explain(term, explanationWords('kk'), extension).slice(0, 4)).toEqual([
      'Мерзім 2027 жылғы 20 қаңтарға дейін ұзартылды.',
      'Ұзарту туралы шешім: 2026 жылғы 25 қараша, қабылдаған: аппарат басшысы.',
      'Негізі: сұрау салуға жауап күтілуде.',
      'Мерзімді ұзарту туралы шешім қабылданған күн: 2026 жылғы 25 қараша, сәрсенбі.',
    ])
  })

  it.each([
    [1, '1 рабочий день', '1 жұмыс күні'],
    [2, '2 рабочих дня', '2 жұмыс күні'],
    [11, '11 рабочих дней', '11 жұмыс күні'],
    [22, '22 рабочих дня', '22 жұмыс күні'],
  ])('a plain count of %i names no clause and declines its noun', (amount, ru, kk) => {
    const term = countFrom(day('2026-12-01'), { amount, unit: 'working_days', direction: 'after' }, SEED_CALENDAR)
    expect(explain(term, explanationWords('ru'))[0]).toBe(`1 декабря 2026 года не считается, после этого дня: ${ru}.`)
    expect(explain(term, explanationWords('kk'))[0]).toContain(kk)
    expect(explain(term, explanationWords('ru')).join(' ')).not.toContain('пункт')
  })
})

describe.each(LANGUAGES)('every term of every act, %s', language => {
  const every = ProfileId.options.flatMap(profile => TERM_IDS.map(term => [profile, term] as const))

  it.each(every)('%s %s tells through a year its date, its clause, every holiday it passed', (profile, term) => {
    const words = explanationWords(language)
    for (let at = 0; at < 366; at += 4) {
      const found = findTerm(term, profile, addDays(day('2026-01-01'), at), SEED_CALENDAR)
      if (found === null) return
      const sentences = explain(found, words)
      const whole = sentences.join(' ')
      expect(sentences.every(one => one.length > 5 && !one.includes('{'))).toBe(true)
      expect(whole).toContain(found.clause.clause.split('(')[0])
      expect(whole).toContain(String(partsOf(found.by).day))
      for (const { name } of found.skipped) if (name !== null) expect(whole).toContain(name[language])
    }
  })
})
