// How the library's tables and fields are called here.

/** What its cookies' names begin with. "__Host-" ties them to this very host, over TLS (RFC 6265bis, 4.1.3.2). */
export const COOKIES = { secure: '__Host-passerelle', plain: 'passerelle' } as const;

const createdAndUpdated = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

export const PERSON = {
  modelName: 'person',
  fields: { emailVerified: 'email_verified', ...createdAndUpdated },
} as const;

export const SESSION = {
  modelName: 'session',
  fields: {
    userId: 'person_id',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
    ...createdAndUpdated,
  },
  additionalFields: {
    method: { type: 'string', required: true, input: false },
    strong: { type: 'boolean', required: true, input: false },
  },
} as const;

export const ACCOUNT = {
  modelName: 'account',
  fields: {
    userId: 'person_id',
    accountId: 'account_id',
    providerId: 'provider_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
    ...createdAndUpdated,
  },
} as const;

export const VERIFICATION = {
  modelName: 'verification',
  fields: { expiresAt: 'expires_at', ...createdAndUpdated },
} as const;

export const TWO_FACTOR = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'two_factor',
    fields: {
      userId: 'person_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
} as const;

export const PASSKEY = {
  passkey: {
    modelName: 'passkey',
    fields: {
      userId: 'person_id',
      publicKey: 'public_key',
      credentialID: 'credential_id',
      deviceType: 'device_type',
      backedUp: 'backed_up',
      createdAt: 'created_at',
    },
  },
} as const;
