import { ExpectedError } from '#shared/result/result.ts'
import type { DeskServices } from '../ipc/services.ts'

type Talons = Pick<DeskServices, 'talon.print' | 'talon.save' | 'printer.list' | 'printer.test'>

export function talonServices(): Talons {
  const refuse = async () => {
    throw new ExpectedError('desk.not_ready')
  }
  return { 'talon.print': refuse, 'talon.save': refuse, 'printer.list': refuse, 'printer.test': refuse }
}
