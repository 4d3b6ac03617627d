import { expect, it } from 'vitest'
import { placeWindow } from '#electron/windows/bounds.ts'

const OFFICE = { x: 0, y: 0, width: 1366, height: 728 }
const SECOND = { x: 1366, y: 0, width: 1920, height: 1040 }
const last = { x: 1500, y: 40, width: 1200, height: 700, maximized: false }

it('opens where it was while that display is there', () => {
  expect(placeWindow(last, [OFFICE, SECOND])).toEqual({ x: 1500, y: 40, width: 1200, height: 700 })
})

it('a display taken away brings the window back to the first one, in its size', () => {
  expect(placeWindow(last, [OFFICE])).toEqual({ width: 1200, height: 700 })
})

it('is never larger than the display it is brought to', () => {
  expect(placeWindow({ ...last, width: 5000, height: 3000 }, [OFFICE])).toEqual({ width: 1366, height: 728 })
  expect(placeWindow(null, [OFFICE])).toEqual({ width: 1280, height: 728 })
})

it('a title bar above the display cannot be taken hold of', () => {
  expect(placeWindow({ ...last, x: 10, y: -200 }, [OFFICE])).toEqual({ width: 1200, height: 700 })
})

it('opens even where no display is told', () => {
  expect(placeWindow(null, [])).toEqual({ width: 1280, height: 800 })
})
