import { describe, expect, it } from 'vitest'
import { placeHall } from '#electron/windows/hall-place.ts'

const area = (x: number, width: number, height: number) => ({ x, y: 0, width, height })
const display = (id: number, x: number, width = 1920, height = 1080) => ({
  id,
  bounds: area(x, width, height),
  workArea: area(x, width, height - 40),
})
const DESK = display(1, 0, 1366, 768)
const NEAR = display(2, 1366)
const FAR = display(3, 3286)

describe('where the screen of the hall opens', () => {
  it('never on the display of the desk, whichever was remembered', () => {
    const last = { id: 1, ...DESK.bounds }
    expect(placeHall([DESK, NEAR], 1, last).display?.id).toBe(2)
    expect(placeHall([DESK, NEAR], 2, null).display?.id).toBe(1)
  })

  it('where it stood last; by its place where the system has given the display another number', () => {
    expect(placeHall([DESK, NEAR, FAR], 1, { id: 3, ...FAR.bounds }).display?.id).toBe(3)
    expect(placeHall([DESK, NEAR, { ...FAR, id: 9 }], 1, { id: 3, ...FAR.bounds }).display?.id).toBe(9)
    expect(placeHall([DESK, NEAR], 1, { id: 3, ...FAR.bounds }).display?.id).toBe(2)
  })

  it('beside the desk where there is no other display: in a corner, and small', () => {
    const { display: own, bounds } = placeHall([DESK], 1, { id: 2, ...NEAR.bounds })
    expect(own).toBeNull()
    expect(bounds).toEqual({ x: 726, y: 368, width: 640, height: 360 })
  })
})
