import { fileURLToPath } from 'node:url';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';

/** A drawing as Word keeps it: the one it shows, and one for programs that do not draw SVG. */
export interface Picture {
  readonly svg: Uint8Array;
  readonly png: Uint8Array;
}

/** Dots to the point: 216 to the inch, and 144 for what is large enough to be read so. */
const SCALES = { small: 3, large: 2 };

/** In points. */
const LARGE = 200;

const FAMILY = 'Source Sans 3';

/** The fonts of drawings, each with what calls for it: reading one takes as long as drawing. */
const FONTS: readonly { file: string; neededBy: RegExp }[] = [
  { file: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf', neededBy: /<text/ },
  { file: 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf', neededBy: /font-weight/ },
  { file: 'source-sans-3/700Bold/SourceSans3_700Bold.ttf', neededBy: /font-weight/ },
  {
    file: 'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
    neededBy: /font-style/,
  },
  {
    file: 'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
    neededBy: /\p{Script=Arabic}/u,
  },
  {
    file: 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
    neededBy: /\p{Script=Hebrew}/u,
  },
  {
    file: 'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
    neededBy: /\p{Extended_Pictographic}/u,
  },
].map(({ file, neededBy }) => ({
  file: fileURLToPath(import.meta.resolve(`@expo-google-fonts/${file}`)),
  neededBy,
}));

/**
 * The pictures of one document, each drawn once however often it stands in it. Their texts become
 * outlines: the same drawing everywhere, whatever fonts a machine has; no font but those of the npm
 * packages is looked at.
 */
export class Pictures {
  readonly #drawn = new Map<string, Picture>();

  /**
   * @param svg a whole `<svg>` element
   * @param width in points
   */
  of(svg: string, width: number): Picture {
    const key = `${width} ${svg}`;
    const drawn = this.#drawn.get(key);
    if (drawn) return drawn;
    const scale = width > LARGE ? SCALES.large : SCALES.small;
    const resvg = new Resvg(svg, {
      fitTo: { mode: 'width', value: Math.max(1, Math.round(width * scale)) },
      font: fontsFor(svg),
      logLevel: 'off',
    });
    const picture = {
      svg: Buffer.from(withShortNumbers(resvg.toString())),
      png: resvg.render().asPng(),
    };
    this.#drawn.set(key, picture);
    return picture;
  }
}

function fontsFor(svg: string): NonNullable<ResvgRenderOptions['font']> {
  return {
    loadSystemFonts: false,
    fontFiles: FONTS.filter(({ neededBy }) => neededBy.test(svg)).map(({ file }) => file),
    defaultFontFamily: FAMILY,
    sansSerifFamily: FAMILY,
    serifFamily: FAMILY,
  };
}

/** Outlines come with eight digits, of which an eye can tell three: half of a chart’s bytes. */
function withShortNumbers(svg: string): string {
  return svg.replace(/ d="[^"]*"/g, (outline) =>
    outline.replace(/-?\d+\.\d{4,}/g, (number) => String(Math.round(Number(number) * 1000) / 1000)),
  );
}
