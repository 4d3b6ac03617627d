import { PasswordInput } from '@mantine/core'

/** Six digits, typed or pasted; what is no digit is left out. */
export function PinField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (value: string) => void
}) {
  return (
    <PasswordInput
      label={label}
      value={value}
      inputMode="numeric"
      autoComplete="off"
      data-autofocus
      autoFocus
      onChange={event => onChange(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
    />
  )
}
