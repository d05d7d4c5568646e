/** Where the API is mounted: its version is part of every address. */
export const API_BASE = '/api/v1';
