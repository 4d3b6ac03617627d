/** Opens the phrases of a text. By place, the same in every layout. */
export const PHRASE_KEY = { code: 'KeyJ', shown: 'Ctrl J', aria: 'Control+J' } as const
