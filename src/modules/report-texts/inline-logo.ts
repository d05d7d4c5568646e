import { DomainError } from '#platform/errors/domain-error.ts';

/**
 * A template as it stands in a folder may name its logo's file, `"logo": {"file": "logo.svg", …}`,
 * instead of holding the drawing. This puts the drawing in; what is no such template is left as it is.
 *
 * @param read reads a file of the template's folder, as text
 * @throws DomainError 'invalid' when the name leads out of the folder; what `read` throws
 */
export async function inlineLogo(
  template: unknown,
  read: (name: string) => Promise<string>,
): Promise<unknown> {
  if (!isObject(template)) return template;
  const { logo } = template;
  if (!isObject(logo) || typeof logo['file'] !== 'string') return template;
  const { file, ...rest } = logo;
  if (!/^[\w-][\w.-]*\.svg$/.test(file)) {
    throw new DomainError(
      'invalid',
      `Modèle de rapport, logo.file : « ${file} » doit nommer un fichier .svg à côté du modèle.`,
    );
  }
  return { ...template, logo: { svg: await read(file), ...rest } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
