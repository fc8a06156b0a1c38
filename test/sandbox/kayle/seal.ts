// How Kayle seals and signs an answer (contract §8.5), by node:crypto alone: compact JWE of RSA-OAEP-256 and A256GCM, HMAC-SHA-256
// under the whole secret. An implementation of its own, so that the product's is tested against another hand.
import {
  constants,
  createCipheriv,
  createHmac,
  createPublicKey,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';

const base64Url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');

export function seal(payload: object, key: { keyId: string; n: string; e: string }): string {
  const header = base64Url(JSON.stringify({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: key.keyId }));
  const inner = randomBytes(32);
  const iv = randomBytes(12);
  const wrapped = publicEncrypt(
    {
      key: createPublicKey({ key: { kty: 'RSA', n: key.n, e: key.e }, format: 'jwk' }),
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
    },
    inner,
  );
  const cipher = createCipheriv('aes-256-gcm', inner, iv).setAAD(Buffer.from(header, 'ascii'));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(payload), 'utf8'), cipher.final()]);
  return [header, ...[wrapped, iv, sealed, cipher.getAuthTag()].map((part) => base64Url(part))].join('.');
}

/** @param now milliseconds. @returns the value of `X-Kayle-Signature` */
export function sign(secret: string, body: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
