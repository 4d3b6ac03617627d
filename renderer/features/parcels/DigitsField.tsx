import { TextInput } from '@mantine/core'
import { typedDigits } from '#shared/sync/key-handing.ts'
import './parcels.css'

const DIGITS = 20

interface Typing {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Digits that stand on another screen and are typed here: however they are parted. */
export function DigitsField({ label, value, onChange }: Typing) {
  return (
    <TextInput
      label={label}
      className="fingerprint-field"
      inputMode="numeric"
      autoComplete="off"
      maxLength={40}
      data-autofocus
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}

/** Whether all of the digits are typed. */
export function areAllTyped(value: string): boolean {
  return typedDigits(value).length === DIGITS
}
