import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { DOCUMENT_RULES } from '#shared/identity/documents.ts'
import type { MrzRead } from '#shared/identity/mrz.ts'
import { type ScanTold, useScanner } from '../../components/use-scanner.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type IdentityForm, scannedForm } from './identity-form.ts'
import { ISSUER_WORDS } from './visit-words.ts'

/**
 * A scan anywhere in the form of a check: what was typed by it is taken out, and what it says is filled in. `place` is where
 * it is told, which is brought before the eyes: a scan may come while another part of the form is.
 */
export function useDocumentScan(form: IdentityForm, put: (form: IdentityForm) => void) {
  const { t } = useWords()
  const [scan, setScan] = useState<ScanTold | null>(null)
  const before = useRef(form)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (scan !== null) place.current?.scrollIntoView({ block: 'center' })
  }, [scan])
  const issuerOf = ({ document, issuer }: MrzRead) => {
    const code = issuer === 'KAZ' && document !== null ? (DOCUMENT_RULES[document]?.issuer ?? null) : null
    return code === null ? '' : t(ISSUER_WORDS[code])
  }
  const onKeyDownCapture: (event: KeyboardEvent) => void = useScanner({
    onBegin: () => {
      before.current = form
    },
    onScan: told => {
      setScan(told)
      if (told.kind === 'mrz') put(scannedForm(before.current, told.read, issuerOf(told.read)))
      else put(told.kind === 'digital' ? { ...before.current, digital: true } : before.current)
    },
    ends: () => true,
  })
  return { scan, place, onKeyDownCapture }
}
