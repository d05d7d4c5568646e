/** The path of a Chromium. @throws when there is none and none could be installed */
export function ensureChromium(): string;

/** The path of Poppler's pdftotext. @throws when there is none and none could be installed */
export function ensurePdftotext(): string;
