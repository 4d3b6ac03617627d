import type { Asking } from './use-answers.ts'
import type { Happened } from './WhatNext.tsx'

/** What doing a cascade comes to. */
export function happenedBy(of: 'absence' | 'restriction', { found, agreed }: Asking): Happened {
  const moved = found.affected.filter(({ person }) => agreed.has(person.application))
  return {
    kind: 'done',
    of,
    moved: moved.length,
    letters: moved.length,
    isSheetOld: found.changed.length > 0,
    toCall: found.affected.filter(({ person }) => !agreed.has(person.application)),
  }
}
