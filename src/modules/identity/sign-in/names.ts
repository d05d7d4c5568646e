/** Where the library's own addresses are: a provider's return, and the passkeys' questions and answers. */
export const AUTH_PATH = '/connexion/api';

/** What the library knows the OpenID provider by; part of the address it returns to. */
export const PROVIDER = 'organisation';

/** The header the server itself writes the client's address in, once it has worked it out. */
export const CLIENT_ADDRESS = 'x-passerelle-client';
