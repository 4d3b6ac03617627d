import type { QrMatrix } from './matrix.ts'

/** Modules of light around a symbol (ISO/IEC 18004, 6.3.8). */
export const QUIET = 4

/** The dark modules as an SVG path, a module a unit, the quiet margin around; runs of a row are one piece. */
export function qrPath(matrix: QrMatrix): { readonly size: number; readonly path: string } {
  const pieces = matrix.flatMap((line, row) => {
    const text = line.map(dark => (dark ? '1' : '0')).join('')
    return [...text.matchAll(/1+/g)].map(
      run => `M${run.index + QUIET} ${row + QUIET}h${run[0].length}v1h-${run[0].length}z`,
    )
  })
  return { size: matrix.length + 2 * QUIET, path: pieces.join('') }
}
