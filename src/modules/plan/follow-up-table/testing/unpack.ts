import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** The parts of a zip as texts, to change and pack again. */
export async function unpack(bytes: Buffer): Promise<{ name: string; content: string }[]> {
  const zip = await fromBufferPromise(bytes);
  const parts: { name: string; content: string }[] = [];
  for await (const entry of zip.eachEntry()) {
    const content = await text(await zip.openReadStreamPromise(entry));
    parts.push({ name: entry.fileName, content });
  }
  return parts;
}
