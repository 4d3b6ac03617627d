import { settled } from '../../app/desk.ts'

/** Locks the desk by its key, on every screen. */
export const LOCK_KEY = 'Ctrl L'

/** Asks main to lock the desk; a desk without passwords stays as it is. */
export function lockDesk(): void {
  void settled(window.desk.accessLeave({}))
}
