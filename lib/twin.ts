// Two addresses of one wish: a browser that sends a request again by itself leaves a second one at a service that keeps no mark of ours.
// A noun alone: which of the two goes, a person says.
export interface Twin {
  /** Of the second one, at its service. */
  remoteId: string;
  accountId: string;
  email: string;
  /** The address that was wished for. */
  of: string;
  at: number;
}
