import { describe, expect, it } from 'vitest';
import { inlineLogo } from './inline-logo.ts';

const read = async (name: string) => `<svg>${name}</svg>`;
const ALT = { fr: 'Logo', en: null };

describe('a template in a folder', () => {
  it('takes its logo from the file it names', async () => {
    const given = { accent: '#000000', logo: { file: 'logo.svg', ratio: 3, alt: ALT } };
    expect(await inlineLogo(given, read)).toEqual({
      accent: '#000000',
      logo: { svg: '<svg>logo.svg</svg>', ratio: 3, alt: ALT },
    });
  });

  it.each([[null], ['texte'], [[]], [{}], [{ logo: null }], [{ logo: { svg: '<svg/>' } }]])(
    'is left as it is when it names none: %j',
    async (given) => {
      expect(await inlineLogo(given, read)).toBe(given);
    },
  );

  it.each(['../logo.svg', '/etc/passwd', 'a/b.svg', 'logo.png', '.svg', 'http://x.ca/a.svg', ''])(
    'does not lead out of its folder: %j',
    async (file) => {
      await expect(inlineLogo({ logo: { file } }, read)).rejects.toMatchObject({
        code: 'invalid',
        message: `Modèle de rapport, logo.file : « ${file} » doit nommer un fichier .svg à côté du modèle.`,
      });
    },
  );
});
