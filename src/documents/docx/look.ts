import type { Tone } from '../document.ts';

/* Colours are `RRGGBB`, as Word writes them; sizes are in half-points, lengths in twips (1/20 point). */

export const INK = '16202e';
export const SECONDARY = '434f60';
export const QUIET = '5d6979';
export const HAIRLINE = 'cfd7e1';

export const TONES: Readonly<Record<Tone, string>> = {
  late: 'b3261e',
  due: '8a5200',
  done: '2f6b2a',
  doubt: QUIET,
  quiet: QUIET,
};

/**
 * Fonts that come with Office on Windows and macOS; elsewhere LibreOffice has Caladea and Carlito in
 * their place, drawn as wide, so that lines and pages break alike.
 */
export const FONTS = {
  headings: { latin: 'Cambria', complexScript: 'Times New Roman' },
  body: { latin: 'Calibri', complexScript: 'Arial' },
} as const;

export const SERIF = { theme: 'headings' } as const;
export const SANS = { theme: 'body' } as const;

/** Twips in a point. */
export const POINT = 20;

/** Between the text of a cell and the next column, in twips. */
export const CELL_GAPS = { ordinary: 200, close: 120 } as const;
