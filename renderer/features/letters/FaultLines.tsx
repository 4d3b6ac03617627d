import { FACT_NAMES, type FactName } from '#shared/letter/facts.ts'
import type { SignFault } from '#shared/letter/sign-faults.ts'
import { isolated } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'

/** What keeps a part from being signed off, in words. */
export function FaultLines({ faults }: { faults: readonly SignFault[] }) {
  const words = useWords()
  if (faults.length === 0) return null
  return (
    <ul className="letter-faults">
      {faults.map(fault => (
        <li key={`${fault.code} ${fault.language} ${fault.kk} ${fault.ru}`}>{faultText(fault, words)}</li>
      ))}
    </ul>
  )
}

function faultText({ code, language, kk, ru }: SignFault, { t, dates }: Words): string {
  const side = language === null ? '' : t(`letter.languages.${language}`)
  switch (code) {
    case 'place_left': {
      const fact = FACT_NAMES.find(name => name === kk)
      return t('letter.fault.place_left', {
        side,
        fact: fact === undefined ? kk : t(`letter.fact.${fact satisfies FactName}`),
      })
    }
    case 'date_differs': {
      const said = (list: string) =>
        shown(list, one => (PlainDate.safeParse(one).success ? screenDate(PlainDate.parse(one), dates) : one))
      return t('letter.fault.date_differs', { kk: said(kk), ru: said(ru) })
    }
    case 'number_differs':
    case 'name_differs':
      return t(`letter.fault.${code}`, { kk: shown(kk), ru: shown(ru) })
    default:
      return t(`letter.fault.${code}`, { side })
  }
}

function shown(list: string, each: (one: string) => string = one => one): string {
  return list === ''
    ? '\u2013'
    : list
        .split(', ')
        .map(one => isolated(each(one)))
        .join(', ')
}
