import type { Bounds } from './options.ts'

/** A display as the system tells it, in device-independent pixels. */
export interface DisplayArea {
  readonly id: number
  readonly bounds: Required<Bounds>
  readonly workArea: Required<Bounds>
}

/** A display as it was when the hall stood on it. */
export type KnownDisplay = Required<Bounds> & { readonly id: number }

/** Where the screen of the hall opens. `display`: it is alone there and fills it; null: a window beside the desk. */
export interface HallPlacing {
  readonly display: KnownDisplay | null
  readonly bounds: Required<Bounds>
}

/** A window that shares the display of the desk is so wide at most, and covers a corner of it only. */
const BESIDE = { width: 640, height: 360 }

/**
 * The display of the hall among the displays: never that of the desk. The asked one, else the one it stood on last (systems
 * give a display another id after it was off: then the one at the same place), else any.
 */
export function placeHall(
  displays: readonly DisplayArea[],
  deskDisplay: number,
  last: KnownDisplay | null,
): HallPlacing {
  const others = displays.filter(({ id }) => id !== deskDisplay)
  const found =
    others.find(({ id }) => id === last?.id) ??
    others.find(({ bounds: { x, y } }) => x === last?.x && y === last.y) ??
    others[0]
  if (found) return { display: { id: found.id, ...sizeOf(found.bounds) }, bounds: sizeOf(found.bounds) }
  const area = displays.find(({ id }) => id === deskDisplay)?.workArea ?? { x: 0, y: 0, ...BESIDE }
  const width = Math.min(BESIDE.width, area.width)
  const height = Math.min(BESIDE.height, area.height)
  return {
    display: null,
    bounds: { x: area.x + area.width - width, y: area.y + area.height - height, width, height },
  }
}

function sizeOf({ x, y, width, height }: Required<Bounds>): Required<Bounds> {
  return { x, y, width, height }
}
