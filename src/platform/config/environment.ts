import * as z from 'zod';
import { mailFrom } from './mail-from.ts';
import { roleList } from './role-list.ts';

const YES = ['1', 'oui', 'true', 'yes', 'on'];
const NO = ['0', 'non', 'false', 'no', 'off'];

const flag = (absent: boolean) =>
  z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(
      z.enum([...YES, ...NO], {
        error: 'acceptés : 1 (ou oui, on, true) et 0 (ou non, off, false)',
      }),
    )
    .transform((text) => YES.includes(text))
    .default(absent);

const address = (protocols: readonly string[], error: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error,
  });

const whole = (from: number, to: number, absent: number, unit = '') =>
  z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `accepté : un nombre entier de ${from} à ${to}${unit}`,
    })
    .transform(Number)
    .default(absent);

const claim = (absent: string) =>
  z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, {
      error: `accepté : le nom d’une revendication du fournisseur, par exemple ${absent}`,
    })
    .default(absent);

/** Fewer different characters than this, and nobody drew them at random. */
const DISTINCT_CHARACTERS = 8;

/** Every variable, what it may be and what its absence means. */
export const environment = z.object({
  PORT: whole(0, 65_535, 3000, ' (0 : un port libre au choix du système)'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, {
      error: 'accepté : un nom ou une adresse, sans port, par exemple localhost ou 0.0.0.0',
    })
    .default('localhost'),
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'accepté : une adresse comme postgresql://nom:mot-de-passe@serveur:5432/base',
  ).optional(),
  PASSERELLE_DATA_DIR: z.string().optional(),
  PASSERELLE_ENGLISH: flag(true),
  SMTP_URL: address(
    ['smtp:', 'smtps:'],
    'accepté : une adresse comme smtp://nom:mot-de-passe@serveur:587',
  ).optional(),
  MAIL_FROM: mailFrom.optional(),
  PASSERELLE_BASE_URL: address(
    ['http:', 'https:'],
    'accepté : une adresse complète comme https://passerelle.exemple.ca',
  ).optional(),
  PASSERELLE_SECRET: z
    .string()
    .refine((text) => text.length >= 32 && new Set(text).size >= DISTINCT_CHARACTERS, {
      error:
        'accepté : 32 caractères ou plus tirés au hasard, comme ceux de « openssl rand -hex 32 »',
    })
    .optional(),
  PASSERELLE_TRUSTED_PROXIES: whole(0, 10, 0, ' (les serveurs mandataires devant le site)'),
  PASSERELLE_INSECURE: flag(false),
  PASSERELLE_SECOND_FACTOR: roleList(['coordination', 'administration']),
  PASSERELLE_SESSION_IDLE: whole(5, 1440, 60, ' (minutes)'),
  PASSERELLE_SESSION_ABSOLUTE: whole(1, 720, 12, ' (heures)'),
  OIDC_ISSUER: address(
    ['http:', 'https:'],
    'accepté : l’adresse complète de l’émetteur, comme https://connexion.exemple.ca',
  ).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, { error: 'accepté : 60 caractères au plus' }).optional(),
  OIDC_CLAIM_EMAIL: claim('email'),
  OIDC_CLAIM_NAME: claim('name'),
  OIDC_TRUST_SECOND_FACTOR: flag(false),
});

export type Environment = z.infer<typeof environment>;
export type Variable = keyof typeof environment.shape;

/** These may be in a file, named by the same variable with `_FILE` after it. */
export const FROM_FILES: readonly Variable[] = [
  'DATABASE_URL',
  'SMTP_URL',
  'PASSERELLE_SECRET',
  'OIDC_CLIENT_SECRET',
];
