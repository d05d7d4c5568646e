const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;

/** 1 January 1980, 00:00: the earliest an archive can say. */
const TIME = 0;
const DATE = 0x21;

/**
 * Sets the time of every entry of a zip to one fixed day, in place: the library that packs the
 * workbook stamps the time of packing, and the same table must give the same bytes.
 *
 * @param zip an archive without comment, as packed in memory.
 */
export function fixZipDates(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(signature(END_RECORD));
  const count = zip.readUInt16LE(end + 10);
  let header = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (zip.readUInt32LE(header) !== CENTRAL_HEADER) throw new TypeError('not a central header');
    const local = zip.readUInt32LE(header + 42);
    if (zip.readUInt32LE(local) !== LOCAL_HEADER) throw new TypeError('not a local header');
    stamp(zip, header + 12);
    stamp(zip, local + 10);
    const variable =
      zip.readUInt16LE(header + 28) + zip.readUInt16LE(header + 30) + zip.readUInt16LE(header + 32);
    header += 46 + variable;
  }
  return zip;
}

function stamp(zip: Buffer, offset: number): void {
  zip.writeUInt16LE(TIME, offset);
  zip.writeUInt16LE(DATE, offset + 2);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
