import { Button, TextInput } from '@mantine/core'
import { useOfficeTime } from '../../components/use-office-time.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Filled {
  readonly label: string
  readonly value: string
  /** Offers the present minute: the reception ends while its protocol is written. */
  readonly hasNow?: boolean
  readonly onChange: (value: string) => void
}

/** A time of the reception, typed. */
export function TimeField({ label, value, hasNow = false, onChange }: Filled) {
  const { t } = useWords()
  const now = useOfficeTime()
  return (
    <div className="time-now">
      <TextInput
        label={label}
        maxLength={5}
        autoComplete="off"
        inputMode="numeric"
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      />
      {hasNow && value === '' ? (
        <Button variant="default" aria-label={`${label}: ${t('protocol.now')}`} onClick={() => onChange(now)}>
          {t('protocol.now')}
        </Button>
      ) : null}
    </div>
  )
}
