// A key pair for receiving sealed answers (contract §8.2), made on this device by WebCrypto: a name for the service, the public half
// as it takes it, and the private half as it is sealed in the vault. Leans on lib/crypto; keeps and sends nothing.
import type { PublicRsaJwk } from '../../check.ts';
import { randomBytes, toBase64, toBase64Url } from '../../crypto/bytes.ts';
import { generateRsaPair } from '../../crypto/rsa.ts';

export interface AnswerKeyPair {
  /** Random, for it becomes the `kid` of what is sealed to it, which anyone on the way reads. */
  keyId: string;
  jwk: PublicRsaJwk;
  /** PKCS #8 in base64. */
  pkcs8: string;
}

/** Some seconds on a slow machine. */
export async function makeKeyPair(): Promise<AnswerKeyPair> {
  const { privateKey, publicJwk } = await generateRsaPair();
  return {
    keyId: `moniker-${toBase64Url(randomBytes(9))}`,
    jwk: publicJwk,
    pkcs8: toBase64(privateKey),
  };
}
