import { unzipSync } from 'fflate'

/** The files of a package as it came, in base64. */
export const unpack = (file: string): Record<string, Uint8Array> => unzipSync(Buffer.from(file, 'base64'))
