/** The path of a Chromium. @throws when there is none and none could be installed */
export function ensureChromium(): string;
