import { type KeyboardEvent, useRef, useState } from 'react'
import { type ScanTold, useScanner } from '../../components/use-scanner.ts'
import { useFormAround } from './form-context.ts'

/** A scan in the field of the IIN: its number out of a card, a passport or a barcode; what stood there stays without one. */
export function useIinScan(): {
  readonly scan: ScanTold | null
  readonly onKeyDownCapture: (event: KeyboardEvent) => void
} {
  const { form } = useFormAround()
  const [scan, setScan] = useState<ScanTold | null>(null)
  const before = useRef('')
  const keyed = useScanner({
    onBegin: () => {
      before.current = form.getValues('iin')
      setScan(null)
    },
    onScan: told => {
      const iin = told.kind === 'mrz' ? told.read.iin : told.kind === 'iin' ? told.iin : null
      form.setValue('iin', iin ?? before.current, { shouldDirty: true })
      setScan(told.kind === 'iin' ? null : told)
    },
    // A bare IIN goes on to the next field, as one typed by hand does.
    ends: told => told.kind !== 'iin',
  })
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.target.name === 'iin') keyed(event)
  }
  return { scan, onKeyDownCapture }
}
