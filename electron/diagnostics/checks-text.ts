import os from 'node:os'
import type { Check } from '#shared/diagnostics/checks.ts'
import type { SpeedFigure } from '#shared/diagnostics/speed.ts'
import type { Translate } from '../i18n.ts'

/** Signs of a state for a reader who sees no colour. */
const SIGNS = { ok: '+', warning: '!', bad: 'X' } as const

/** The checks as a text file: the same numbers and sentences as on the screen, the speed where it was measured, then versions and lines of the log. */
export function checksText(
  { checks, speed }: { checks: readonly Check[]; speed: readonly SpeedFigure[] },
  t: Translate,
  { at, log }: { at: string; log: readonly string[] },
): string {
  return [
    `${t('check.title')}, ${at}`,
    '',
    ...checks.flatMap(check => linesOf(check, t)),
    '',
    ...(speed.length === 0 ? [] : [t('speed.title'), ...speed.map(figure => speedLine(figure, t)), '']),
    `system ${process.platform} ${process.arch} ${os.release()}`,
    ...['electron', 'chrome', 'node', 'v8'].map(name => `${name} ${process.versions[name] ?? '-'}`),
    '',
    ...log,
    '',
  ].join('\n')
}

function linesOf({ number, code, state, say, params }: Check, t: Translate): string[] {
  const name = `${String(number).padStart(2, '0')} ${SIGNS[state]} ${say}: ${t(`check.name.${code}`)}`
  const lines = [name, `     ${t(`check.say.${say}`, params)}`]
  return state === 'ok' ? lines : [...lines, `     ${t(`check.do.${say}`, params)}`]
}

function speedLine({ code, milliseconds, slow }: SpeedFigure, t: Translate): string {
  const took = milliseconds === null ? t('speed.none') : t('speed.took', { ms: Math.ceil(milliseconds) })
  return `   ${slow === null ? SIGNS.ok : SIGNS.warning} ${t(`speed.name.${code}`)}: ${took}`
}
