/** No text is set smaller than this share of its size: a longer talon goes on to a second page. */
const LEAST = 0.5
const STEP = 0.02

/**
 * Makes a sheet smaller until it fits its one page: `min-height` of its paper is what a page holds. A talon of usual
 * length is left as it is.
 */
export function fitToPage(sheet: HTMLElement): void {
  const page = Number.parseFloat(getComputedStyle(sheet).minHeight)
  for (let fit = 1; fit >= LEAST && sheet.getBoundingClientRect().height > page + 1; fit -= STEP) {
    sheet.style.setProperty('--fit', fit.toFixed(2))
  }
}
