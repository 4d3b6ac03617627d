import { isolated } from '#shared/text/isolated.ts'
import type { LocaleKey } from '../../i18n/keys.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Faults } from './Composer.tsx'

/** What is wrong with one field, beside it: what stops the signature, and what is to be thought over. */
export function FaultLines({
  faults,
  codes,
  of = null,
}: {
  faults: Faults
  codes: readonly string[]
  of?: string | null
}) {
  const { t } = useWords()
  const own = faults.all.filter(({ code, key }) => key === of && codes.includes(code))
  if (own.length === 0) return null
  return (
    <ul className="letter-faults">
      {own.map(({ code, level, said }) => (
        <li key={code} data-level={level}>
          {t(`protocol.fault.${code}` as LocaleKey, { said: isolated(said) })}
        </li>
      ))}
    </ul>
  )
}
