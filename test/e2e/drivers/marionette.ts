// A client of Marionette, Firefox's own remote control, over TCP. Frames are `LENGTH:[type, id, name or error, body]`.
// Leans on node:net only. Knows the wire and nothing of tabs, clicks or extensions.
// Source: remote/marionette/{transport,packets,message}.sys.mjs of Firefox (protocol level 3).
import { connect, type Socket } from 'node:net';

interface Failure {
  error: string;
  message: string;
}

type Message = [type: number, id: number, failureOrName: Failure | null | string, body: unknown];

interface Waiting {
  resolve(body: unknown): void;
  reject(error: Error): void;
}

/** One connection. Commands are answered in the order they were sent. */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received: Buffer = Buffer.alloc(0);
  #last = 0;

  /** Connects to a port of this machine and waits for the greeting. */
  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new Marionette(socket);
  }

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('close', () => this.#end(new Error('Firefox closed the connection')));
    socket.on('error', (error) => this.#end(error));
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.subarray(0, colon).toString('latin1'));
      if (this.#received.length < end) return;
      const body: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString('utf8'));
      this.#received = this.#received.subarray(end);
      // The greeting is an object; every answer is an array.
      if (Array.isArray(body)) this.#answer(body as Message);
    }
  }

  #answer([, id, failure, body]: Message): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (failure && typeof failure === 'object') {
      waiting?.reject(new Error(`${failure.error}: ${failure.message}`));
    } else waiting?.resolve(body);
  }

  #end(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  /** Sends a command, such as `WebDriver:Navigate`, and gives its answer (unwrapped from `{value}`). */
  async send<T = unknown>(name: string, parameters: Record<string, unknown> = {}): Promise<T> {
    if (this.#socket.destroyed) throw new Error(`${name}: Firefox closed the connection`);
    const id = ++this.#last;
    const message = Buffer.from(JSON.stringify([0, id, name, parameters]));
    const answer = await new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(Buffer.concat([Buffer.from(`${message.length}:`), message]));
    });
    const wrapped = answer !== null && typeof answer === 'object' && 'value' in answer;
    return (wrapped ? answer.value : answer) as T;
  }

  /** Hangs up. Firefox goes on until it is told to quit. */
  close(): void {
    this.#socket.destroy();
  }
}
