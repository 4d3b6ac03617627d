import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Period } from '#shared/compliance/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { addressOf, goTo } from '../../app/route.ts'
import { typedDate } from '../../components/typed-date.ts'
import { useToday } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'
import { namedPeriod, PERIODS } from './period.ts'

const PERIOD_WORDS = {
  this_month: 'compliance.this_month',
  this_quarter: 'compliance.this_quarter',
  last_quarter: 'compliance.last_quarter',
} as const

/** The days that are looked at: one of three periods by a press, or any. */
export function PeriodPicker({ period, narrowed }: { period: Period; narrowed: Readonly<Record<string, string>> }) {
  const { t } = useWords()
  const today = useToday()
  const turn = (next: Period) => goTo('report', { ...narrowed, ...next })
  return (
    <div className="filters compliance-period">
      <nav className="letter-tabs" aria-label={t('compliance.period')}>
        {PERIODS.map(name => {
          const named = namedPeriod(name, today)
          const isShown = named.from === period.from && named.to === period.to
          return (
            <a
              key={name}
              href={addressOf('report', { ...narrowed, ...named })}
              aria-current={isShown ? 'page' : undefined}
            >
              {t(PERIOD_WORDS[name])}
            </a>
          )
        })}
      </nav>
      <Day
        key={`from ${period.from}`}
        label={t('letters.from')}
        day={period.from}
        isLawful={day => day <= period.to}
        onDay={from => turn({ ...period, from })}
      />
      <Day
        key={`to ${period.to}`}
        label={t('letters.to')}
        day={period.to}
        isLawful={day => day >= period.from}
        onDay={to => turn({ ...period, to })}
      />
    </div>
  )
}

interface Asked {
  readonly label: string
  readonly day: PlainDate
  readonly isLawful: (day: PlainDate) => boolean
  readonly onDay: (day: PlainDate) => void
}

/** A day that is taken when it is whole and the field is left, or on Enter: half a date asks for nothing. */
function Day({ label, day, isLawful, onDay }: Asked) {
  const [typed, setTyped] = useState(() => day.split('-').toReversed().join('.'))
  const read = typedDate(typed)
  const isTaken = read !== null && isLawful(read)
  const take = () => {
    if (isTaken && read !== day) onDay(read)
  }
  return (
    <TextInput
      label={label}
      value={typed}
      maxLength={10}
      autoComplete="off"
      error={!isTaken}
      onChange={event => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={event => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}
