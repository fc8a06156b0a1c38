// How a promise failed, as plain JSON to compare. Leans on AppError; a success is a failure of the test.
import { AppError, type WireError } from '../../../lib/error.ts';

export async function failure(promise: Promise<unknown>): Promise<WireError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, detail: error.detail };
    throw error;
  }
  throw new Error('expected a failure');
}
