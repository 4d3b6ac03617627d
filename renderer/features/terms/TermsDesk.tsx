import { type ReactNode, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useOffice } from '../../app/desk-rows.ts'
import { useToday } from '../../components/use-office-time.ts'
import { TermsCalculator } from './TermsCalculator.tsx'
import { TermsContext, type TermsStart } from './terms-context.ts'
import { isTermsKey } from './terms-key.ts'

/** The calculator of terms, within reach of every screen by its key. */
export function TermsDesk({ children }: { children: ReactNode }) {
  const today = useToday()
  const office = useOffice()
  const [start, setStart] = useState<TermsStart | null>(null)
  const terms = useMemo(() => ({ open: setStart }), [])
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!isTermsKey(event)) return
    event.preventDefault()
    if (!event.repeat && document.querySelector('[role="dialog"]') === null) setStart({ from: today, profile: null })
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [])
  return (
    <TermsContext value={terms}>
      {children}
      {start === null || !office ? null : (
        <TermsCalculator start={start} office={office} onClose={() => setStart(null)} />
      )}
    </TermsContext>
  )
}
