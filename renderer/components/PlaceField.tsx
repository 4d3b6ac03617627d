import { Autocomplete } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { PLACE_LENGTH, type PlaceDirectory, placeText } from '#shared/directory/places.ts'
import { useOffered } from './use-directories.ts'
import { useToday } from './use-office-time.ts'

export interface PlaceFilled {
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly disabled?: boolean
}

/** A place by its name as it prints on sheets: typed, or chosen of its directory. */
export function PlaceField({ directory, ...filled }: PlaceFilled & { directory: PlaceDirectory }) {
  const entries = useOffered(directory, useToday())
  const names = useMemo(() => [...new Set(entries.map(one => placeText(directory, one)))], [entries, directory])
  return (
    <Autocomplete
      data={names}
      maxLength={PLACE_LENGTH[directory]}
      withScrollArea={false}
      classNames={{ options: 'scrolled-options' }}
      {...filled}
    />
  )
}
