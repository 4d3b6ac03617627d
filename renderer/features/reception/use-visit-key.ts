import { useEffect, useEffectEvent } from 'react'
import type { EntityId } from '#shared/change/action.ts'

/** A key that is heard where the visitor's line has the focus, as the other keys of a visitor are. By place, the same in every layout. */
export function useVisitKey(code: string, visit: EntityId, isOpen: boolean, act: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!isOpen || event.defaultPrevented || event.repeat || event.code !== code) return
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const line = event.target instanceof Element ? event.target.closest('[data-visit]') : null
    if (line?.getAttribute('data-visit') !== visit) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [])
}
