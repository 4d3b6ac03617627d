import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { EntityId } from '#shared/change/action.ts'
import { HELP_CONFIRM_SECONDS, isConfirmed } from '#shared/day/help.ts'
import { useOffice } from '../../app/desk-rows.ts'
import { type Call, useCall } from '../../components/use-call.ts'
import { isHelpKey } from './help-key.ts'

/** The call for help as the frame has it. */
export interface Help {
  /** The first press was made: the second one calls. */
  readonly isAsked: boolean
  readonly call: Call
  readonly press: () => void
  /** Says where help is needed. */
  readonly callTo: (room: string) => void
  readonly end: (day: EntityId) => void
}

/** Hears the key of help before everything else, also over a dialog; a key held down is one press. */
export function useHelp(): Help {
  const room = useOffice()?.room ?? ''
  const call = useCall()
  const firstAt = useRef<number | null>(null)
  const [isAsked, setAsked] = useState(false)
  const callTo = (where: string) => void call.run(() => window.desk.helpCall({ room: where }))
  const press = () => {
    const now = performance.now()
    if (isConfirmed(firstAt.current, now)) {
      firstAt.current = null
      setAsked(false)
      callTo(room)
    } else {
      firstAt.current = now
      setAsked(true)
    }
  }
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!isHelpKey(event)) return
    event.preventDefault()
    event.stopPropagation()
    if (!event.repeat) press()
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', heard, true)
    return () => window.removeEventListener('keydown', heard, true)
  }, [])
  useEffect(() => {
    if (!isAsked) return
    const timer = setTimeout(() => setAsked(false), HELP_CONFIRM_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [isAsked])
  return { isAsked, call, press, callTo, end: day => void call.run(() => window.desk.helpEnd({ day })) }
}
