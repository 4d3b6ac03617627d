import { ExpectedError } from '#shared/result/result.ts'
import type { DeskServices } from '../ipc/services.ts'

type Registry = Pick<
  DeskServices,
  'application.register' | 'application.correct' | 'visit.checkIn' | 'visit.finish' | 'contact.log'
>

export function registryServices(): Registry {
  const refuse = async () => {
    throw new ExpectedError('desk.not_ready')
  }
  return {
    'application.register': refuse,
    'application.correct': refuse,
    'visit.checkIn': refuse,
    'visit.finish': refuse,
    'contact.log': refuse,
  }
}
