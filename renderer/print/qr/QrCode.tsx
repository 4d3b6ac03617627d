import { qrOf } from '#shared/qr/matrix.ts'
import { qrPath } from '#shared/qr/path.ts'

/** A text as a QR code. Beside it stands in words what it says. */
export function QrCode({ text }: { text: string }) {
  const { size, path } = qrPath(qrOf(text))
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
