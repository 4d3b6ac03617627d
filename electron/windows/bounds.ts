import type { WindowState } from '../settings/settings.ts'
import type { Bounds } from './options.ts'

/** Area of a display that windows may use. */
export interface WorkArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const USUAL = { width: 1280, height: 800 }
/** So much of a window must lie on a display for a person to be able to take hold of it. */
const REACHABLE = { width: 200, height: 100 }

/** Where the desk opens: where it was, if a display is still there; else in the middle, not larger than the display. */
export function placeWindow(last: WindowState | null, displays: readonly WorkArea[]): Bounds {
  if (last && displays.some(display => reaches(last, display))) {
    return { x: last.x, y: last.y, width: last.width, height: last.height }
  }
  const first = displays[0]
  const wanted = last ?? USUAL
  if (!first) return USUAL
  return { width: Math.min(wanted.width, first.width), height: Math.min(wanted.height, first.height) }
}

function reaches(window: WorkArea, display: WorkArea): boolean {
  const width = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x)
  const height = Math.min(window.y + window.height, display.y + display.height) - Math.max(window.y, display.y)
  // The title bar must be there too, or the window cannot be moved.
  return width >= REACHABLE.width && height >= REACHABLE.height && window.y >= display.y - 10
}
