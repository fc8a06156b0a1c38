// What opens the answers of one webhook endpoint, and what they are signed with: nouns alone, sealed at rest, in the worker only.
// Leans on the nouns of lib/sealed-answer.ts. Kept also after the endpoint is gone: an old answer may turn up any day.
import type { SigningSecret } from './sealed-answer.ts';

export interface EndpointKeys {
  id: string;
  accountId: string;
  /** `whe_…` */
  endpointId: string;
  /** In the order they came; at most one is in use. */
  secrets: SigningSecret[];
  /** Private halves made here, in the order they were made. */
  keys: PrivateKey[];
}

export interface PrivateKey {
  /** As registered with the service; becomes `kid` of what is sealed to it. */
  keyId: string;
  /** PKCS #8 in base64. */
  pkcs8: string;
  madeAt: number;
}
