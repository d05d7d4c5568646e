import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

/** The families in the order in which Typst looks for a glyph, each with the styles that are used. */
const FAMILIES: readonly (readonly string[])[] = [
  [
    'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
    'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
    'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
    'source-sans-3/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf',
  ],
  [
    'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
    'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
    'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
    'source-serif-4/600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf',
  ],
  // Its letters are drawn whole: where a letter and its dots are two glyphs, a PDF says it twice.
  ['tajawal/400Regular/Tajawal_400Regular.ttf', 'tajawal/700Bold/Tajawal_700Bold.ttf'],
  [
    'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
    'noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf',
  ],
  [
    'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
    'noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf',
  ],
  ['noto-emoji/400Regular/NotoEmoji_400Regular.ttf'],
];

export interface Fonts {
  /** The font files, for the compiler. */
  readonly files: readonly Buffer[];
  /** The code points that every style of a family draws, family by family. */
  readonly characters: readonly ReadonlySet<number>[];
}

/** Reads the fonts from the packages that carry them: no font of the system is ever used. */
export function loadFonts(): Fonts {
  const { resolve } = createRequire(import.meta.url);
  const families = FAMILIES.map((styles) =>
    styles.map((style) => readFileSync(resolve(`@expo-google-fonts/${style}`))),
  );
  return {
    files: families.flat(),
    characters: families.map((styles) =>
      styles.map(charactersOf).reduce((common, drawn) => common.intersection(drawn)),
    ),
  };
}

function charactersOf(file: Buffer): Set<number> {
  const font = create(file);
  if (!('characterSet' in font)) throw new Error('a font file holds a collection');
  return new Set(font.characterSet);
}
