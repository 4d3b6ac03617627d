import { type Dispatch, type RefObject, type SetStateAction, useEffect, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { type Entry, validOn } from '#shared/directory/model.ts'
import { useDesk } from '../../app/desk-context.ts'
import { partId } from './MoreParts.tsx'
import type { Part } from './register-draft.ts'
import type { RegisterForm } from './register-form.ts'
import { commandOf, type RegisterCommand } from './register-keys.ts'
import type { TakingOver } from './use-take-over.ts'

/** Hears the keys of the register screen wherever the focus is, until the screen is left. */
export function useCommands(act: (command: RegisterCommand) => boolean): void {
  const now = useRef(act)
  now.current = act
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const command = commandOf(event)
      if (command !== null && now.current(command)) event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}

interface Wires {
  readonly box: RefObject<HTMLElement | null>
  readonly form: UseFormReturn<RegisterForm>
  readonly channels: readonly Entry[]
  readonly save: () => void
  readonly setOpened: Dispatch<SetStateAction<readonly Part[]>>
  readonly taking: TakingOver
  /** What is registered after hours came in time. */
  readonly cameInTime: () => void
  /** The registration is being saved: its keys change nothing. */
  readonly isHeld: () => boolean
}

/** The keys of the form itself. */
export function useRegisterCommands({ box, form, channels, save, setOpened, taking, cameInTime, isHeld }: Wires): void {
  const { start } = useDesk()
  const openPart = (part: Part) => {
    setOpened(parts => (parts.includes(part) ? parts : [...parts, part]))
    // The part is drawn first; then the person is in its first field.
    requestAnimationFrame(() => {
      const place = box.current?.querySelector(`#${partId(part)}`)
      void place?.scrollIntoView({ block: 'nearest' })
      place?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
    })
  }
  useCommands(command => {
    switch (command.kind) {
      case 'save':
        save()
        return true
      case 'takeOver':
        taking.takeMarked()
        return true
      case 'inTime':
        cameInTime()
        return true
      case 'nextCase':
      case 'caseBefore':
        taking.mark(command.kind === 'nextCase' ? 1 : -1)
        return true
      case 'channel': {
        const channel = validOn(channels, start.today)[command.index]
        if (channel !== undefined && !isHeld()) form.setValue('channel', channel.code, { shouldDirty: true })
        return true
      }
      case 'part':
        if (!isHeld()) openPart(command.part)
        return true
      default:
        return false
    }
  })
}
