import { LineCalled, LineTaken } from '../line/model.ts'

/** Whose a line of the day is, where an office has several desks (ADR 35). Part of `ACTION_TYPES`. */
export const LINE_TYPES = {
  /** Appended by main together with `visit.called`. */
  'line.called': { noun: 'line', version: 1, body: LineCalled, personal: null },
  'line.taken': { noun: 'line', version: 1, body: LineTaken, personal: null },
} as const
