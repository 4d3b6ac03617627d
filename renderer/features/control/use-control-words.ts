import { useMemo } from 'react'
import { numberText } from '#shared/application/number.ts'
import type { Forecast } from '#shared/instruction/forecast.ts'
import type { Lateness } from '#shared/instruction/ladder.ts'
import type { Executor } from '#shared/instruction/model.ts'
import { executorOf } from '#shared/instruction/transitions.ts'
import { protocolNumberText } from '#shared/protocol/number.ts'
import { joined } from '#shared/text/isolated.ts'
import { screenDate } from '#shared/time/official-date.ts'
import { useOfficials } from '../../app/desk-rows.ts'
import { applicantName } from '../../components/applicant-name.ts'
import { officialName } from '../../components/official-name.ts'
import { useDirectoryName } from '../../components/use-directories.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { BoardLine } from './board.ts'

export interface ControlWords {
  readonly executorText: (executor: Executor | null) => string
  readonly executorOfLine: (line: Pick<BoardLine, 'state'>) => string
  readonly numbersOf: (line: Pick<BoardLine, 'application' | 'protocol'>) => string
  readonly personOf: (line: Pick<BoardLine, 'application'>) => string
  readonly latenessText: (lateness: Lateness) => string
  readonly ladderText: (lateness: Lateness) => string
  readonly forecastText: (forecast: Forecast) => string
  readonly whyDue: (line: Pick<BoardLine, 'state'>) => string
}

/** How instructions and all that stands around them are said. */
export function useControlWords(): ControlWords {
  const { t, language, dates } = useWords()
  const officials = useOfficials()
  const entryOf = useDirectoryName()
  return useMemo(() => {
    const executorText = (executor: Executor | null) => {
      if (executor === null) return ''
      const official = officials?.find(({ id }) => id === executor.officialId)
      const who = official === undefined ? executor.who : officialName(official, language)
      return joined([who, executor.unit, entryOf('body', executor.body)], ', ')
    }
    return {
      executorText,
      executorOfLine: ({ state }) => executorText(executorOf(state)),
      numbersOf: ({ application, protocol }) =>
        joined(
          [
            application?.number ? numberText(application.number) : (application?.eotinish ?? ''),
            protocol === null ? '' : t('control.protocol', { number: protocolNumberText(protocol) }),
          ],
          ' \u00b7 ',
        ),
      personOf: ({ application }) => {
        if (application === null || application.erased) return t('applications.erased')
        return joined([applicantName(application) || application.organisation, application.maskedIin], ', ')
      },
      latenessText: ({ days }) => {
        if (days > 0) return t('control.late', { count: days })
        if (days === 0) return t('control.late.day_off')
        return days === -1 ? t('control.left.today') : t('control.left', { count: -days })
      },
      ladderText: ({ step, next }) =>
        joined(
          [
            step === null ? '' : t('control.turn_to', { whom: t(`control.step.${step}`) }),
            next === null
              ? ''
              : t('control.turn_next', { whom: t(`control.step.${next.step}`), date: screenDate(next.on, dates) }),
          ],
          '; ',
        ),
      forecastText: ({ says, like, inTime }) => t(`control.forecast.${says}`, { like, inTime }),
      whyDue: ({ state: { instruction, extensions } }) => {
        const last = extensions.at(-1)
        if (last === undefined) {
          return instruction === null ? '' : t('control.due.by_protocol')
        }
        const { number, on, by } = last.basis
        const first = instruction === null ? '' : screenDate(instruction.dueOn, dates)
        return t('control.due.extended', { number, on: screenDate(on, dates), by, first })
      },
    }
  }, [t, language, dates, officials, entryOf])
}
