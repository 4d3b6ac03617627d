/** Actions of the first run: the desk, its person, the office. A journal with no more has had no lists to lose. */
export const FIRST_RUN_ACTIONS = 3
