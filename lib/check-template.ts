// A check the user asks for often, under a name of their own. Types alone; sealed at rest, for it tells what somebody asks people for.
import type { WrittenClaim } from './ledger.ts';

export interface OwnTemplate {
  id: string;
  name: string;
  claims: WrittenClaim[];
  redirectUrl: string;
  createdAt: number;
}
