import { openSignInDatabase } from '#platform/database/database.ts';
import { writePassword } from './account.ts';

/** Gives somebody of a demonstration a password, which will be shown to whoever started it. */
export async function writeDemoPassword(
  url: string,
  personId: string,
  password: string,
): Promise<void> {
  const db = openSignInDatabase(url, 1);
  try {
    await writePassword({ db }, personId, password);
  } finally {
    await db.destroy();
  }
}
