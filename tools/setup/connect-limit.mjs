// Loaded before Electron's own download: a network that answers nothing within ten seconds is no network.
import { Socket } from 'node:net'

const LIMIT_MS = 10_000
const { connect } = Socket.prototype

Socket.prototype.connect = function (...args) {
  const late = setTimeout(() => process.exit(1), LIMIT_MS)
  this.once('connect', () => clearTimeout(late)).once('close', () => clearTimeout(late))
  return connect.apply(this, args)
}
